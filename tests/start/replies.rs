//! The three files with which the worked example lets one try to receive: files like any other.

use super::answers::empty;
use hepai::analysis::begin::sample::sample;
use hepai::exchange::{group, preview, read};
use hepai::model::template::Lang;
use hepai::model::{FieldKey, Log};
use hepai::state::Session;
use hepai::templates::{SCHEMA, comment, task};

fn shown(lang: Lang) -> (reactive_graph::owner::Owner, Session) {
    let (owner, session) = empty();
    let at = "2026-08-26T18:00:00+08:00".parse().expect("a moment");
    session.begin_sample(&sample(at, lang));
    (owner, session)
}

/// Takes all of them; the number of the import.
fn take(session: &Session, lang: Lang) -> String {
    let files = session.sample_replies("https://example.org/#/p/x", lang);
    assert_eq!(files.len(), 3);
    let names: Vec<String> = files.iter().map(|file| file.name.clone()).collect();
    assert!(
        names.iter().all(|name| name.ends_with(".json")),
        "{names:?}"
    );
    let contents = files
        .into_iter()
        .map(|file: hepai::state::SampleReply| {
            (
                file.name,
                session
                    .read(|log| read(file.text.as_bytes(), Some(log)))
                    .expect("a file"),
            )
        })
        .collect();
    let (project, files) = group(contents).remove(0);
    assert_eq!(project, session.project());
    let batches = session.read(|log| {
        let preview = preview(Some(log), &SCHEMA, 7, files);
        assert!(preview.files.iter().all(|file| file.envelope.by.is_some()));
        preview.batches(Some(log), &preview.leaving(&[].into()))
    });
    session.take(batches.take, batches.leave, names, false, Vec::new())
}

#[test]
fn they_bring_an_old_edit_a_difference_and_a_strangers_remark_and_go_again() {
    for lang in [Lang::Zh, Lang::En] {
        let (_owner, session) = shown(lang);
        let remarks = session.rows(comment::KIND).len();
        let ends = |session: &Session| {
            let rows = session.rows(task::KIND).into_iter();
            let key = FieldKey::of(task::CURRENT_END.name);
            rows.map(|row| session.distinct(&row, &key))
                .collect::<Vec<_>>()
        };
        let before = ends(&session);
        assert_eq!(session.read(Log::conflict_count), 0);
        let batch = take(&session, lang);
        assert_eq!(session.read(Log::conflict_count), 1);
        assert_eq!(session.rows(comment::KIND).len(), remarks + 1);
        let differ: Vec<_> = ends(&session)
            .into_iter()
            .filter(|all| all.len() > 1)
            .collect();
        assert_eq!(differ.len(), 1, "the last day of one task");
        session.switch_import(&batch, false);
        assert_eq!(session.read(Log::conflict_count), 0);
        assert_eq!(session.rows(comment::KIND).len(), remarks);
        assert_eq!(ends(&session), before);
    }
}
