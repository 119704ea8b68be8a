//! A session bus that nobody else is on.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Stdio;

use super::started::{Started, program};

/// A bus without services: no portal and no virtual file system is woken by what asks for them,
/// to outlive the test.
#[derive(Debug)]
pub struct Bus {
    address: String,
    _daemon: Started,
}

impl Bus {
    /// A bus whose socket lies in a folder.
    pub fn open(folder: &Path) -> Self {
        let config = folder.join("bus.xml");
        fs::write(&config, configuration(&folder.join("bus"))).expect("a file");
        let mut daemon = program("dbus-daemon");
        daemon.args(["--nofork", "--print-address=1"]).stderr(Stdio::null());
        daemon.arg(format!("--config-file={}", config.display()));
        let (daemon, address) = Started::saying(&mut daemon);
        assert!(!address.is_empty(), "dbus-daemon does not start");
        Self { address, _daemon: daemon }
    }

    /// Listens from now on to what programs want the desktop to notify of.
    pub fn notifications(&self, folder: &Path) -> Notifications {
        let file = folder.join("notifications");
        let said = File::create(&file).expect("a file");
        let mut monitor = program("dbus-monitor");
        monitor.args(["--address", &self.address, "interface='org.freedesktop.Notifications'"]);
        Notifications { file, _monitor: Started::new(monitor.stdout(said).stderr(Stdio::null())) }
    }

    /// As `DBUS_SESSION_BUS_ADDRESS` has it.
    pub fn address(&self) -> &str {
        &self.address
    }
}

/// What the desktop was asked to notify of. No desktop is there: nobody is notified.
#[derive(Debug)]
pub struct Notifications {
    file: PathBuf,
    _monitor: Started,
}

impl Notifications {
    /// Whether it was asked to say this.
    pub fn say(&self, words: &str) -> bool {
        fs::read_to_string(&self.file).is_ok_and(|heard| heard.contains(words))
    }
}

fn configuration(socket: &Path) -> String {
    format!(
        r#"<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path={}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"#,
        socket.display()
    )
}
