//! The way in (ux.md §7, check 3): the link without the project, and a file dropped, chosen or pasted.

use anyhow::{Context as _, Result, ensure};
use browser_tests::page::testid;
use browser_tests::project_file::Draft;
use browser_tests::{Person, World, test};
use serde_json::json;

const PROJECT: &str = "DDDD000007";

async fn wait_preview(person: &Person) -> Result<(u64, u64, u64)> {
    person.find(&testid("import-preview")).await?;
    let preview = person.previews().await?.pop().context("a preview")?;
    Ok((preview.new, preview.known, preview.conflicts))
}

async fn refuse(person: &Person) -> Result<()> {
    person.click(&testid("import-refuse")).await?;
    let gone = "return testid('import-preview') === null;";
    person.wait("no preview", gone, json!([])).await.map(drop)
}

#[test]
fn the_page_of_an_unknown_project_names_it_and_takes_its_file_in_three_ways() {
    test(async |world: &World| -> Result<()> {
        let file = world.folder().join("台灯.json");
        let draft = Draft::plan(PROJECT, "A1 台灯上市", 5);
        draft.write(&file)?;
        let person = world.person("li").await?;
        person
            .open(&format!(
                "#/p/{PROJECT}/todo?n=A1%20%E5%8F%B0%E7%81%AF%E4%B8%8A%E5%B8%82"
            ))
            .await?;
        let title = person.text("main h1").await?;
        ensure!(title.contains("A1 台灯上市"), "{title}");
        let before = person.stored().await?;

        assert_eq!(person.drop_here(&[&file]).await?, "copy");
        let dropped = wait_preview(&person).await?;
        refuse(&person).await?;
        person.give(&[&file]).await?;
        let chosen = wait_preview(&person).await?;
        refuse(&person).await?;
        let paste = "const area = testid('paste-import'); area.focus(); document.execCommand('insertText', false, arguments[0]);";
        person.run(paste, json!([draft.text()])).await?;
        let pasted = wait_preview(&person).await?;
        assert_eq!((dropped, dropped), (chosen, pasted));
        ensure!(dropped.0 > 0, "the file brings something: {dropped:?}");
        assert_eq!(person.stored().await?, before, "nothing before accept");

        person.accept(PROJECT).await?;
        person.saved().await?;
        ensure!(person.stored().await? != before, "taken");
        let hash = person.run("return location.hash;", json!([])).await?;
        assert_eq!(hash, format!("#/p/{PROJECT}/todo"), "where it asks");
        Ok(())
    });
}

#[test]
fn what_is_dropped_without_being_a_project_gets_a_sentence_of_its_own() {
    test(async |world: &World| -> Result<()> {
        let zip = world.folder().join("台灯.zip");
        std::fs::write(&zip, b"PK\x03\x04\x14\x00\x00\x00rest")?;
        let picture = world.folder().join("台灯.png");
        std::fs::write(&picture, b"\x89PNG\r\n\x1a\n0000")?;
        let person = world.person("li").await?;
        person.open(&format!("#/p/{PROJECT}/todo")).await?;
        let before = person.stored().await?;
        person.drop_here(&[]).await?;
        person.wait_notice("error", &["没有拿到文件"]).await?;
        person.drop_here(&[&zip]).await?;
        person.wait_notice("error", &["是压缩包"]).await?;
        person.drop_here(&[&picture]).await?;
        let told = person
            .wait_notice("error", &["「台灯.png」不是合拍文件"])
            .await?;
        ensure!(told.contains("什么都没有改动"), "{told}");
        assert_eq!(person.previews().await?, []);
        assert_eq!(person.stored().await?, before);
        Ok(())
    });
}
