//! What a person sees before, while and after taking files.

use std::path::Path;

use anyhow::{Context as _, Result, ensure};
use browser_tests::page::testid;
use browser_tests::project_file::{Draft, record};
use browser_tests::{ProjectFile, World, test};
use serde_json::{Value, json};

use crate::at;

#[test]
fn several_projects_come_at_once_and_nothing_is_written_before_accept() {
    test(async |world: &World| -> Result<()> {
        let [one, two] = ["AAAA000001", "BBBB000002"];
        let files = [one, two].map(|id| world.folder().join(format!("{id}.json")));
        for (file, id) in files.iter().zip([one, two]) {
            Draft::plan(id, &format!("项目 {id}"), 5).write(file)?;
        }
        let person = world.person("lin").await?;
        person.open("#/").await?;
        let before = person.stored().await?;
        let copy = world.folder().join("副本 AAAA(1).json.txt");
        std::fs::copy(&files[0], &copy)?;
        let previews = person
            .give_and_look(&[&files[0], &files[1], &copy], 2)
            .await?;
        let records = 1 + 3 + 10 + 12 + 5;
        for preview in &previews {
            assert_eq!(
                (preview.new, preview.known, preview.conflicts),
                (records, 0, 0),
                "{}",
                preview.project
            );
        }
        assert_eq!(
            person.stored().await?,
            before,
            "nothing is written before accept"
        );
        person.accept(two).await?;
        person.go("#/").await?;
        let listed = testid("project-list");
        person
            .find(&format!("{listed} [data-project-id='{two}']"))
            .await?;
        assert_eq!(
            person
                .count(&format!("{listed} [data-project-id='{one}']"))
                .await?,
            0
        );
        let still: Vec<_> = person
            .previews()
            .await?
            .into_iter()
            .map(|preview| preview.project)
            .collect();
        assert_eq!(still, [one], "the other one still waits");
        let stored = person.stored().await?.to_string();
        ensure!(
            stored.contains(two) && !stored.contains(one),
            "only what was accepted is stored"
        );
        person.go(&at(two, "task")).await?;
        person.wait_records("task", 5).await?;
        Ok(())
    });
}

#[test]
fn the_page_of_an_unknown_project_takes_its_file() {
    test(async |world: &World| -> Result<()> {
        let file = world.folder().join("plan.json");
        Draft::plan("CCCC000003", "台灯上市", 3).write(&file)?;
        let person = world.person("wang").await?;
        person.open("#/p/CCCC000003/task?n=A1 台灯上市").await?;
        person.find(&testid("import-input")).await?;
        let page = person.text("body").await?;
        ensure!(
            page.contains("A1 台灯上市"),
            "the page names the project: {page}"
        );
        person.give_and_look(&[&file], 1).await?;
        person.accept("CCCC000003").await?;
        person.go(&at("CCCC000003", "task")).await?;
        person.wait_records("task", 3).await?;
        Ok(())
    });
}

#[test]
fn taking_twice_changes_nothing_and_undoing_takes_it_all_back() {
    test(async |world: &World| -> Result<()> {
        let a = world.person("lin").await?;
        let project = a.new_project("台灯").await?;
        a.fill("charter", "goal_statement", "一").await?;
        a.saved().await?;
        let sent = a.export(&project).await?;
        let b = world.person("wang").await?;
        b.take_first(&sent).await?;
        b.go(&at(&project, "charter")).await?;
        b.fill("charter", "goal_statement", "二").await?;
        b.fill("charter", "background", "三").await?;
        b.saved().await?;
        let reply = b.export(&project).await?;
        let total = ProjectFile::read(&sent)?.changes().len() as u64;

        a.go(&at(&project, "exchange")).await?;
        let before = a.export_read(&project).await?;
        let preview = a.take(&project, &[&reply]).await?;
        assert_eq!(
            (preview.new, preview.known, preview.conflicts),
            (2, total, 0)
        );
        let after = a.export_read(&project).await?;
        assert_eq!(after.current("charter", "goal_statement"), "二");

        let again = a.take(&project, &[&reply, &sent]).await?;
        assert_eq!((again.new, again.known, again.conflicts), (0, total + 2, 0));
        assert_eq!(
            a.export_read(&project).await?.content()?,
            after.content()?,
            "taking it again changes nothing"
        );

        a.reload().await?;
        a.click(&testid("import-undo")).await?;
        a.find(&testid("import-redo")).await?;
        a.saved().await?;
        assert_eq!(
            a.export_read(&project).await?.content()?,
            before.content()?,
            "undone, also after a reload"
        );
        let out = a.take(&project, &[&reply]).await?;
        assert_eq!(
            (out.new, out.known),
            (2, total),
            "what was undone is new again"
        );
        assert_eq!(a.export_read(&project).await?.content()?, after.content()?);
        Ok(())
    });
}

#[test]
fn a_file_edited_by_hand_is_told_as_such_and_once() {
    test(async |world: &World| -> Result<()> {
        let a = world.person("lin").await?;
        let project = a.new_project("台灯").await?;
        a.fill("charter", "background", "原来的背景").await?;
        a.saved().await?;
        let sent = a.export(&project).await?;
        let text = std::fs::read_to_string(&sent)?;
        let place = text.rfind("原来的背景").context("current holds it")?;
        let edited = world.folder().join("edited.json");
        std::fs::write(
            &edited,
            format!(
                "{}手改的背景{}",
                &text[..place],
                &text[place + "原来的背景".len()..]
            ),
        )?;
        let preview = a.take(&project, &[&edited]).await?;
        assert_eq!((preview.new, preview.conflicts), (1, 0));
        a.go(&at(&project, "charter")).await?;
        a.wait_shown("charter", "background", "手改的背景").await?;
        let again = a.take(&project, &[&edited]).await?;
        assert_eq!(again.new, 0, "the same edit is the same change");
        Ok(())
    });
}

#[test]
fn what_is_no_project_file_is_refused_in_a_sentence_and_changes_nothing() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        let file = world.folder().join("good.json");
        Draft::plan("DDDD000004", "好的", 4).write(&file)?;
        let good = std::fs::read(&file)?;
        let bad: [(&str, Vec<u8>); 6] = [
            ("cut.json", good[..good.len() / 2].to_vec()),
            ("empty.json", Vec::new()),
            ("packed.zip", b"PK\x03\x04\x14\x00\x00\x00rest".to_vec()),
            ("picture.json", b"\x89PNG\r\n\x1a\n0000".to_vec()),
            ("other.json", b"{\"a\":1}".to_vec()),
            (
                "newer.json",
                String::from_utf8(good)?
                    .replace("\"version\": 1", "\"version\": 99")
                    .into_bytes(),
            ),
        ];
        person.open("#/").await?;
        let before = person.stored().await?;
        let mut told = Vec::new();
        for (name, bytes) in &bad {
            let path = world.folder().join(name);
            std::fs::write(&path, bytes)?;
            person.give(&[&path]).await?;
            let text = person.wait_notice("error", &[name]).await?;
            ensure!(text.contains("什么都没有改动"), "{name}: {text}");
            told.push(text.replace(name, ""));
        }
        assert_eq!(person.previews().await?, []);
        told.sort();
        told.dedup();
        assert_eq!(told.len(), bad.len(), "each its own sentence: {told:?}");
        assert_eq!(person.stored().await?, before);
        // One bad file does not keep the good one away.
        let cut = world.folder().join("cut.json");
        let previews = person.give_and_look(&[Path::new(&cut), &file], 1).await?;
        assert_eq!(previews.len(), 1);
        person.wait_notice("error", &["cut.json"]).await?;
        Ok(())
    });
}

#[test]
fn dropped_files_give_the_same_preview_as_chosen_ones() {
    test(async |world: &World| -> Result<()> {
        let file = world.folder().join("plan.json");
        let draft = Draft::plan("EEEE000005", "台灯", 3).with(
            &record("task", 1),
            "acceptance",
            json!("好用"),
        );
        draft.write(&file)?;
        let person = world.person("lin").await?;
        person.open("#/").await?;
        let chosen = person.give_and_look(&[&file], 1).await?;
        person.click(&testid("import-refuse")).await?;
        person
            .wait(
                "no preview",
                "return testid('import-preview') === null;",
                json!([]),
            )
            .await?;
        let script = "const transfer = new DataTransfer();
            transfer.items.add(new File([arguments[0]], 'plan.json', { type: 'application/json' }));
            const over = new DragEvent('dragover', { dataTransfer: transfer, bubbles: true, cancelable: true });
            document.body.dispatchEvent(over);
            document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
            return over.defaultPrevented;";
        assert_eq!(
            person.run(script, json!([draft.text()])).await?,
            true,
            "the page says that it takes files"
        );
        person.find(&testid("import-preview")).await?;
        assert_eq!(person.previews().await?, chosen);
        Ok(())
    });
}

#[test]
fn a_first_file_of_which_everything_is_put_off_begins_no_empty_project() {
    test(async |world: &World| -> Result<()> {
        let lead = world.person("wang").await?;
        let project = lead.new_project("台灯").await?;
        let file = lead.export_read(&project).await?;
        let mut far: Value = serde_json::from_str(file.text())?;
        for change in far["changes"].as_array_mut().into_iter().flatten() {
            change["lamport"] = json!(9_007_199_254_740_991_u64);
        }
        if let Some(far) = far.as_object_mut() {
            far.remove("sum");
            far.remove("current");
        }
        let path = world.folder().join("far.json");
        std::fs::write(&path, far.to_string())?;
        let rep = world.person("li").await?;
        rep.open("#/").await?;
        rep.give_and_look(&[&path], 1).await?;
        let verdict = rep.text(&testid("verdict")).await?;
        ensure!(
            verdict.contains("全部先不收") && verdict.contains("作为另一个项目打开"),
            "{verdict}"
        );
        assert_eq!(rep.count(&testid("import-accept")).await?, 0);
        rep.click(&testid("open-as-another")).await?;
        let there =
            "return location.hash.includes('/p/') && document.body.innerText.includes('台灯');";
        rep.wait("the other project", there, json!([])).await?;
        Ok(())
    });
}

#[test]
fn fifty_messages_leave_the_page_usable() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        person.open("#/").await?;
        let files: Vec<_> = (0..50)
            .map(|at| world.folder().join(format!("别的 {at}.json")))
            .collect();
        for file in &files {
            std::fs::write(file, "{\"a\":1}")?;
        }
        let files: Vec<&Path> = files.iter().map(std::path::PathBuf::as_path).collect();
        person.give(&files).await?;
        let told = "return testid('more-notices')?.dataset.count === '46' || null;";
        person
            .wait("how many more there are", told, json!([]))
            .await?;
        let notices = testid("notice");
        assert_eq!(person.count(&notices).await?, 4, "the newest");
        ensure!(
            person
                .notices()
                .await?
                .iter()
                .any(|(_, text)| text.contains("别的 49.json"))
        );
        person.click(&testid("all-notices")).await?;
        assert_eq!(person.count(&notices).await?, 50);
        let inside = "return document.querySelector('.notices').getBoundingClientRect().top >= 0;";
        assert_eq!(
            person.run(inside, json!([])).await?,
            json!(true),
            "all of it is in sight"
        );
        person.click(&testid("close-notices")).await?;
        let gone = "return testid('notice') === null && testid('more-notices') === null;";
        person.wait("none", gone, json!([])).await.map(drop)
    });
}
