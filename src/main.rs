//! The browser program: starts the user interface of the library.

#[cfg(target_family = "wasm")]
fn main() {
    hepai::ui::start();
}

#[cfg(not(target_family = "wasm"))]
fn main() {}
