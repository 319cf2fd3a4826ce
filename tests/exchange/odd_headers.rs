//! Headers: what they must have, and what never stops a file.

use crate::fixtures::fixture;
use crate::help::{read, sample};
use crate::refuse::faults;
use hepai::exchange::{Envelope, Fault};

#[test]
fn a_header_that_lacks_what_it_must_have_is_told() {
    for (from, to, path) in [
        ("\"id\": \"PR0JECT0AA\"", "\"id\": \"pr0ject\"", "project"),
        ("\"version\": 1", "\"version\": 0", "version"),
        ("\"version\": 1", "\"version\": \"1\"", "version"),
        ("\"changes\": [", "\"changes\": 7, \"x\": [", "changes"),
        ("\"current\": {", "\"current\": [], \"x\": {", "current"),
    ] {
        let found = faults(&fixture("small.json").replacen(from, to, 1));
        assert!(
            matches!(&found[0], (Fault::BadHeader(_), _, _, at) if at == path),
            "{to}: {found:?}"
        );
    }
    let neither =
        "{\"format\":\"hepai-project\",\"version\":1,\"project\":{\"id\":\"PR0JECT0AA\"}}";
    assert!(matches!(
        faults(neither)[0].0,
        Fault::BadHeader("changes or current")
    ));
    let bad_current = fixture("current_only.json")
        .replace("\"task/2\"", "\"Task 2\"")
        .replace("\"order\": \"a\"", "\"order\": [1]")
        .replace("\"budget\"", "\"Budget!\"");
    assert_eq!(faults(&bad_current).len(), 3);
}

#[test]
fn odd_headers_never_stop_a_file() {
    for odd in [
        "null",
        "[]",
        "7",
        "{\"at\": 5, \"by\": [], \"to\": {}}",
        "\"x\"",
    ] {
        for key in ["exported", "scope", "sum", "app", "readme"] {
            let file = fixture("update.json");
            let from = file.find(&format!("\"{key}\": ")).expect("there");
            let to = from + file[from..].find(",\n").expect("a line end");
            let file = format!("{}\"{key}\": {odd}{}", &file[..from], &file[to..]);
            assert_eq!(
                read(&file).expect("a file").entries.len(),
                5,
                "{key}: {odd}"
            );
        }
    }
    assert_eq!(sample().len(), 11);
}

#[test]
fn what_is_odd_in_an_envelope_is_passed_over_and_the_rest_is_read() {
    let file = fixture("update.json");
    let from = file.find("\"exported\": ").expect("there");
    let to = from + file[from..].find(",\n").expect("a line end");
    let odd = r#""exported": {"at": "yesterday", "by": ["x"], "to": ["member/m3", 7, "", {"a": [1]}, ["b"]],
        "ask": "看\u4e00下", "requests": "confirm_goal", "by_when": 5, "carbon_copy": {"to": ["member/m9"]}}"#;
    let content = read(&format!("{}{odd}{}", &file[..from], &file[to..])).expect("a file");
    assert_eq!(
        content.envelope,
        Envelope {
            to: vec!["member/m3".to_owned()],
            ask: Some("看一下".to_owned()),
            ..Envelope::default()
        }
    );
}
