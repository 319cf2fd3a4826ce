//! The browser program: starts the user interface of the library.

#[cfg(target_family = "wasm")]
fn main() {
    leptos::mount::mount_to_body(|| leptos::prelude::view! { <p>"合拍"</p> });
}

#[cfg(not(target_family = "wasm"))]
fn main() {}
