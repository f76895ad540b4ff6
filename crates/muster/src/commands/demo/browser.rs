//! Opening an address in the browser of whoever sits at the terminal. Failing to is no failure: the address is printed.

use std::process::{Command, Stdio};

/// Opens the address with what the system opens addresses with.
pub fn open(address: &str) {
    let has_display = ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| std::env::var_os(name).is_some());
    let program = match std::env::consts::OS {
        "macos" => "open",
        "linux" if has_display => "xdg-open",
        _ => return,
    };
    let opened =
        Command::new(program).arg(address).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
    if let Err(error) = opened {
        tracing::info!(%error, program, "the browser was not opened");
    }
}
