//! The worked example lets one person alone try what files of others bring.

use anyhow::Result;
use browser_tests::page::testid;
use browser_tests::{World, test};

#[test]
fn three_replies_come_are_taken_and_go_again() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        person.open("#/").await?;
        person.click(&testid("sample")).await?;
        let project = person.made().await?;
        person.click(&testid("sample-replies")).await?;
        person.find(&testid("import-preview")).await?;
        let files = person.text(&testid("import-preview")).await?;
        assert!(files.contains("何俊"), "{files}");
        person.click(&testid("import-accept")).await?;
        person.find(&testid("import-undo")).await?;
        person.go(&format!("#/p/{project}/conflicts")).await?;
        person.find(&testid("conflict")).await?;
        person.click(&testid("import-undo")).await?;
        let gone = "return document.querySelectorAll('[data-testid=conflict]').length === 0;";
        person
            .wait("the difference is gone", gone, serde_json::json!([]))
            .await?;
        Ok(())
    });
}
