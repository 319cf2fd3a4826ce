//! The static shell: before, beside and after the program.

use anyhow::Result;
use browser_tests::{World, test};

#[test]
fn the_app_becomes_usable_under_any_path() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        person.open("#/").await?;
        Ok(())
    });
}
