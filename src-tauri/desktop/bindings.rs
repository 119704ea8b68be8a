//! The types of the commands in TypeScript, kept under `ui/src/backend/bindings` and held to what
//! Rust says.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;
use ts_rs::{Config, TS, TypeVisitor};

use crate::command;
use crate::command::export::ExportEvent;
use crate::failure::Failure;
use crate::guard::Safety;
use crate::picked::Picked;
use crate::watch::Changed;

const NOTE: &str = "// Written by `make bindings` from what Rust declares. Do not edit it.\n";

/// What commands and events take and answer, in TypeScript.
pub(crate) struct Declarations {
    config: Config,
    named: BTreeSet<String>,
    members: String,
}

impl Declarations {
    fn new(folder: &Path) -> Self {
        let config = Config::new().with_out_dir(folder).with_large_int("number");
        Self { config, named: BTreeSet::new(), members: String::new() }
    }

    pub(crate) fn command<A: TS + 'static, B: TS + 'static>(&mut self, name: &str) {
        let (args, answer) = (self.name::<A>(), self.name::<B>());
        let _ = writeln!(self.members, "  {name}: [{args}, {answer}];");
    }

    fn name<T: TS + 'static>(&mut self) -> String {
        self.visit::<T>();
        T::name(&self.config)
    }

    /// The file that names all commands and events.
    fn write(mut self) {
        let changed = self.name::<Changed>();
        let picked = self.name::<Vec<Picked>>();
        let export = self.name::<ExportEvent>();
        let safety = self.name::<Safety>();
        self.name::<Failure>();
        let mut text = NOTE.to_owned();
        for name in self.named.iter().filter(|name| *name != "Failure") {
            let _ = writeln!(text, "import type {{ {name} }} from \"./{name}\";");
        }
        let _ = write!(
            text,
            "
/** What each command takes and answers. */
export interface Commands {{
{}}}

/** What Rust tells without being asked. */
export interface Events {{
  changed: {changed};
  dropped: {picked};
  handed_in: null;
  export: {export};
  safety: {safety};
  recovered: null;
  menu: string;
  closing: null;
}}
",
            self.members
        );
        fs::write(self.config.out_dir().join("Commands.ts"), text).unwrap();
    }
}

/// Exports a type with all that it is made of, and notes its name.
impl TypeVisitor for Declarations {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if T::output_path().is_some() {
            T::export_all(&self.config).unwrap();
            self.named.insert(T::ident(&self.config));
        } else {
            T::visit_generics(self);
        }
    }
}

fn committed() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("ui/src/backend/bindings")
}

fn generate(folder: &Path) {
    let mut declarations = Declarations::new(folder);
    command::declare(&mut declarations);
    declarations.write();
}

/// `SHPALTA_BINDINGS=write` brings the committed files up to date.
#[test]
fn the_windows_types_are_those_of_rust() {
    if std::env::var_os("SHPALTA_BINDINGS").is_some_and(|wish| wish == "write") {
        let _ = fs::remove_dir_all(committed());
        return generate(&committed());
    }
    let fresh = TempDir::new().unwrap();
    generate(fresh.path());
    assert_eq!(files(fresh.path()), files(&committed()), "run: make bindings");
}

fn files(folder: &Path) -> Vec<(String, String)> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap());
    let mut files: Vec<_> = entries
        .filter(|entry| entry.path().is_file())
        .map(|entry| {
            let name = entry.file_name().to_string_lossy().into_owned();
            (name, fs::read_to_string(entry.path()).unwrap())
        })
        .collect();
    files.sort();
    files
}
