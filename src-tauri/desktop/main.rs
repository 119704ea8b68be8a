//! The window of the desk: it shows what the newsroom says and sends back what people decide.
//! It holds no rules.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

fn main() -> tauri::Result<()> {
    tauri::Builder::default().run(tauri::generate_context!())
}
