//! The short round in Firefox. It has no log for us: what would complain is watched from the page.

use anyhow::Result;
use browser_tests::driver::Browser;
use browser_tests::page::testid;
use browser_tests::world::test_in;
use browser_tests::{ProjectFile, World};
use serde_json::json;

use crate::at;

const WATCH: &str = "
window.complaints = [];
addEventListener('error', (event) => window.complaints.push(String(event.error ?? event.message)), true);
addEventListener('unhandledrejection', (event) => window.complaints.push(String(event.reason)));
addEventListener('securitypolicyviolation', (event) => window.complaints.push(event.violatedDirective));
const error = console.error;
console.error = (...words) => { window.complaints.push(words.join(' ')); error(...words); };
";

#[test]
fn firefox_fills_saves_sends_and_takes() {
    test_in(Browser::Firefox, async |world: &World| -> Result<()> {
        let a = world.person("lin").await?;
        a.open("#/").await?;
        a.run(WATCH, json!([])).await?;
        a.go("#/new").await?;
        a.click("[data-field='scenario'][value='blank']").await?;
        a.answer("project_name", 0, "火狐里的项目").await?;
        a.click(&testid("create-look")).await?;
        let project = a.made().await?;
        a.go(&at(&project, "charter")).await?;
        a.fill("charter", "goal_statement", "目标 火狐").await?;
        a.saved().await?;
        let sent = a.export(&project).await?;
        assert_eq!(
            a.run("return window.complaints;", json!([])).await?,
            json!([])
        );
        assert_eq!(
            ProjectFile::read(&sent)?.current("charter", "goal_statement"),
            "目标 火狐"
        );

        let b = world.person("wang").await?;
        let preview = b.take_first(&sent).await?;
        assert_eq!((preview.known, preview.conflicts), (0, 0));
        b.run(WATCH, json!([])).await?;
        b.go(&at(&project, "charter")).await?;
        b.wait_shown("charter", "goal_statement", "目标 火狐")
            .await?;
        b.fill("charter", "background", "背景 二").await?;
        b.saved().await?;
        assert_eq!(
            b.run("return window.complaints;", json!([])).await?,
            json!([])
        );
        b.reload().await?;
        b.wait_shown("charter", "background", "背景 二").await?;
        let reply = b.export(&project).await?;
        a.take(&project, &[&reply]).await?;
        assert_eq!(
            a.export_read(&project).await?.content()?,
            ProjectFile::read(&reply)?.content()?
        );
        Ok(())
    });
}
