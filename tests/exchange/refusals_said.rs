//! What a person reads where a file is not taken (G-13): which file, what is wrong, what to do, and that nothing was
//! changed.

use hepai::exchange::{Fault, Looks, Place, PlacedFault, Refusal, limits};
use hepai::model::template::Lang;
use hepai::ui::refusals::{refusal_text, too_large};

fn all() -> Vec<Refusal> {
    let place = || Place {
        line: 7,
        column: 3,
        path: "changes[0]".to_owned(),
    };
    let looks = [
        Looks::Zip,
        Looks::Archive,
        Looks::Office,
        Looks::Pdf,
        Looks::Picture,
        Looks::Mail,
        Looks::WebPage,
        Looks::OtherJson,
        Looks::Text,
        Looks::Binary,
    ];
    let fault = PlacedFault {
        place: place(),
        fault: Fault::TooMany,
    };
    let mut all = vec![
        Refusal::Empty,
        Refusal::Utf16,
        Refusal::Gbk,
        Refusal::NotUtf8(place()),
        Refusal::CutOff(place()),
        Refusal::Damaged {
            place: place(),
            wanted: "a value",
        },
        Refusal::TooLarge(limits::FILE_BYTES + 1),
        Refusal::TooDeep(place()),
        Refusal::Newer(9),
        Refusal::Faulty {
            findings: vec![fault],
            count: 2,
        },
    ];
    all.extend(looks.map(Refusal::NotOurs));
    all
}

#[test]
fn every_refusal_names_the_file_and_says_what_to_do_and_that_nothing_was_changed() {
    for refusal in all() {
        for (lang, nothing, ask) in [
            (Lang::Zh, "什么都没有改动。", ["请", "可能选错了"]),
            (Lang::En, "Nothing was changed.", [". ", ". "]),
        ] {
            let said = refusal_text("周报.json", &refusal, lang);
            assert!(said.contains("周报.json"), "{said}");
            assert!(said.ends_with(nothing) && !said.contains('{'), "{said}");
            assert!(ask.iter().any(|word| said.contains(word)), "{said}");
        }
    }
}

#[test]
fn a_file_too_large_is_told_with_its_size_and_the_limit() {
    let refusal = Refusal::TooLarge(limits::FILE_BYTES + 1);
    assert_eq!(
        refusal_text("全部.json", &refusal, Lang::Zh),
        "「全部.json」有 64.1 MiB，上限 64 MiB，可能选错了文件。什么都没有改动。"
    );
    assert_eq!(
        too_large("2027.json", 5 << 20, limits::HOLIDAY_BYTES, Lang::En),
        "\"2027.json\" has 5.0 MiB; the limit is 1 MiB. It may be the wrong file. Nothing was changed."
    );
}
