//! The browser program: starts the user interface of the library.

#[cfg(target_family = "wasm")]
fn main() {
    use leptos::prelude::{ElementChild as _, view};
    leptos::mount::mount_to_body(|| view! { <p>"合拍"</p> });
}

#[cfg(not(target_family = "wasm"))]
fn main() {}
