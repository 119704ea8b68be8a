//! A session bus that nobody else is on.

use std::fs;
use std::path::Path;
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

    /// As `DBUS_SESSION_BUS_ADDRESS` has it.
    pub fn address(&self) -> &str {
        &self.address
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
