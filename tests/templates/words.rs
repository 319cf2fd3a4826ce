//! Every text of every template, in both languages, against the rules for words (ux.md §4.1).

#[path = "../words/mod.rs"]
mod rules_for_words;

use hepai::analysis::Fill;
use hepai::analysis::rules::checks;
use hepai::model::template::{FieldType, Gate, Label, Lang};
use hepai::templates::SCHEMA;
use rules_for_words::{banned_in, banned_on_screen, half_width, is_han, shows_a_code};
use std::collections::{BTreeMap, BTreeSet};

/// All texts with the place they stand at.
pub(crate) fn texts() -> Vec<(String, Label)> {
    let mut out = Vec::new();
    for template in SCHEMA.templates {
        let kind = template.kind;
        out.extend([
            (format!("{kind} title"), template.title),
            (format!("{kind} one"), template.one),
        ]);
        let words = template.words;
        let said = [words.list, words.purpose, words.add, words.empty];
        let said = said.into_iter().filter(|label| *label != Label::NONE);
        out.extend(said.map(|label| (format!("{kind} words"), label)));
        out.extend(
            template
                .sections
                .iter()
                .map(|section| (format!("{kind} section"), section.label)),
        );
        for field in template.fields {
            out.push((format!("{kind}.{}", field.key), field.label));
            if !(field.help.zh.is_empty() && field.help.en.is_empty()) {
                out.push((format!("{kind}.{} help", field.key), field.help));
            }
            if let FieldType::Enum(choices) | FieldType::Scale(choices) = field.field_type {
                out.extend(
                    choices.iter().map(|choice| {
                        (format!("{kind}.{} {}", field.key, choice.key), choice.label)
                    }),
                );
            }
        }
        if let Some(machine) = template.states {
            out.extend(machine.states.iter().map(|state| {
                (
                    format!("{kind} state {}", state.choice.key),
                    state.choice.label,
                )
            }));
            out.extend(
                machine
                    .transitions
                    .iter()
                    .map(|step| (format!("{kind} step {}", step.key), step.label)),
            );
        }
        out.extend(
            checks::rules(template).map(|rule| (format!("{kind} {}", rule.code), rule.text)),
        );
    }
    use hepai::templates::preset::{self, Seat};
    let mut ready: Vec<Label> = preset::DESKS.iter().map(|row| row.name).collect();
    let mut of_resources = Vec::new();
    ready.extend([Seat::Quality, Seat::System, Seat::Keeper].map(Seat::duties));
    ready.extend(preset::DUTIES.iter().map(|(_, text)| *text));
    for (is_of_resources, preset) in [
        (false, &preset::PROJECT),
        (true, &preset::RESOURCE),
        (false, &preset::PROBLEM),
        (false, &preset::PROCESS),
    ] {
        let before = ready.len();
        ready.push(preset.decision_channels);
        ready.extend(preset.agreements);
        ready.extend(preset.stages.iter().map(|row| row.name));
        ready.extend(preset.work_items.iter().map(|row| row.name));
        for row in preset.tasks {
            ready.extend([row.title, row.short, row.deliverable]);
        }
        for row in preset.risks {
            ready.extend([row.title, row.cause, row.event, row.effect]);
            ready.extend([row.prevention, row.contingency, row.trigger]);
        }
        for row in preset.meetings {
            ready.push(row.name);
            ready.extend(row.agenda.iter().map(|(topic, _)| *topic));
        }
        if is_of_resources {
            of_resources = ready.split_off(before);
        }
    }
    let of_resources = of_resources.into_iter();
    out.extend(of_resources.map(|text| ("preset of resources".to_owned(), text)));
    out.extend(ready.into_iter().map(|text| ("preset".to_owned(), text)));
    let gates = Gate::ALL.iter();
    out.extend(gates.map(|gate| (format!("gate {}", gate.key()), gate.label())));
    out
}

fn banned(label: Label) -> Option<&'static str> {
    banned_in(label.zh, label.en)
}

fn placeholders(text: &str) -> BTreeSet<&str> {
    text.split('{')
        .skip(1)
        .filter_map(|rest| rest.split_once('}'))
        .map(|(name, _)| name.split('|').next().unwrap_or_default())
        .collect()
}

#[test]
fn every_text_stands_in_both_languages() {
    for (place, label) in texts() {
        assert!(
            label.zh.chars().any(is_han) && label.zh.trim() == label.zh,
            "{place}: {}",
            label.zh
        );
        assert!(
            !label.en.is_empty() && label.en.trim() == label.en && !label.en.chars().any(is_han),
            "{place}: {}",
            label.en
        );
    }
}

#[test]
fn chinese_punctuation_is_full_width() {
    assert!(half_width("好,的") && half_width("(好)") && !half_width("好，的（T-17）"));
    for (place, label) in texts() {
        assert!(!half_width(label.zh), "{place}: {}", label.zh);
    }
}

/// Punctuation that stands in Chinese alone.
fn full_width(text: &str) -> bool {
    let is_so = |c: char| "，。；：！？（）「」『』、《》".contains(c);
    text.chars().any(is_so)
}

#[test]
fn english_punctuation_is_half_width() {
    let screens = said_on_screens().map(|(part, name, label)| (format!("{part}::{name}"), label));
    for (place, label) in texts().into_iter().chain(screens) {
        assert!(!full_width(label.en), "{place}: {}", label.en);
    }
}

/// The texts of the screens: their part, their name, what they say.
pub(crate) fn said_on_screens() -> impl Iterator<Item = (&'static str, &'static str, Label)> {
    let parts = hepai::ui::texts::PARTS.iter();
    parts.flat_map(|(part, texts)| texts.iter().map(|(name, label)| (*part, *name, *label)))
}

/// The sources of the screens, but for the catalogues of texts.
fn screens(folder: &std::path::Path) -> Vec<std::path::PathBuf> {
    let entries = std::fs::read_dir(folder).expect("a folder");
    let paths = entries.map(|entry| entry.expect("an entry").path());
    let files = paths.flat_map(|path| match path.is_dir() {
        true if path.ends_with("texts") => Vec::new(),
        true => screens(&path),
        false => vec![path],
    });
    files.collect()
}

#[test]
fn no_screen_puts_chinese_punctuation_into_what_both_languages_show() {
    for path in screens("src/ui".as_ref()) {
        let source = std::fs::read_to_string(&path).expect("a source");
        let shipped = source.split("mod tests {").next().unwrap_or_default();
        for line in shipped.lines() {
            let code = line.split("//").next().unwrap_or_default();
            let mut quoted = code.split('"').skip(1).step_by(2);
            assert!(!quoted.any(full_width), "{}: {line}", path.display());
        }
    }
}

#[test]
fn no_text_uses_a_banned_word() {
    assert_eq!(banned(Label::new("请先同步", "")), Some("同步"));
    for (place, label) in texts() {
        assert_eq!(banned(label), None, "{place}: {label:?}");
        assert!(
            !shows_a_code(label.zh) && !shows_a_code(label.en),
            "{place}: {label:?}"
        );
    }
}

/// Where a ruling is spoken of: 裁定 is what becomes of requests that clash. What is decided otherwise is 拍板 by
/// whoever decides, 批准 of a change, 采纳 of a suggestion, 定 of a difference.
const OF_RULINGS: &[&str] = &[
    "resource",
    "review.requests_open",
    "preset of resources",
    "gate decide",
    "start::SETTLE_DAYS",
    "replies::NEXT_DECIDE",
    "meeting::WAITS",
    "bands::",
    "standing::NEEDED_",
    "standing::NEXT_RULE",
];

#[test]
fn only_resources_are_ruled_on() {
    let screens = said_on_screens().map(|(part, name, label)| (format!("{part}::{name}"), label));
    for (place, label) in texts().into_iter().chain(screens) {
        let is_there = OF_RULINGS.iter().any(|known| place.starts_with(known))
            || ["资源", "撞期"].iter().any(|what| label.zh.contains(what));
        assert!(
            is_there || !label.zh.contains("裁定"),
            "{place}: {}",
            label.zh
        );
    }
}

#[test]
fn labels_address_nobody() {
    for template in SCHEMA.templates {
        assert!(
            template
                .fields
                .iter()
                .all(|field| !field.label.zh.contains('您')),
            "{}",
            template.kind
        );
    }
}

#[test]
fn sentences_end_and_say_the_same_in_both_languages() {
    for template in SCHEMA.templates {
        for rule in checks::rules(template) {
            assert!(
                rule.text.zh.ends_with(['。', '？']) && rule.text.en.ends_with(['.', '?']),
                "{}",
                rule.code
            );
            assert_eq!(
                placeholders(rule.text.zh),
                placeholders(rule.text.en),
                "{}",
                rule.code
            );
        }
    }
}

#[test]
fn the_screens_words_keep_the_same_rules() {
    for (_, name, label) in said_on_screens() {
        assert!(!label.zh.is_empty() && !label.en.is_empty(), "{name}");
        assert!(!half_width(label.zh), "{name}: {}", label.zh);
        assert_eq!(banned(label), None, "{name}: {label:?}");
        assert_eq!(placeholders(label.zh), placeholders(label.en), "{name}");
        assert_eq!(
            banned_on_screen(label.zh, label.en),
            None,
            "{name}: {label:?}"
        );
        assert!(!shows_a_code(label.zh) && !shows_a_code(label.en), "{name}");
    }
}

#[test]
fn no_text_of_the_screens_is_written_twice() {
    let mut names = BTreeMap::new();
    let mut sentences = BTreeMap::new();
    for (part, name, label) in said_on_screens() {
        if let Some(other) = names.insert(name, part) {
            panic!("{name} stands in {other} and in {part}");
        }
        if label.zh.ends_with('。')
            && let Some(other) = sentences.insert(label.zh, name)
        {
            panic!("{name} says the same as {other}: {}", label.zh);
        }
    }
}

#[test]
fn every_text_of_the_screens_is_said_somewhere() {
    let sources = screens("src/ui".as_ref());
    let sources = sources
        .iter()
        .map(|path| std::fs::read_to_string(path).expect("a source"));
    let sources = sources.collect::<String>();
    let is_part = |c: char| c.is_alphanumeric() || c == '_';
    let named: BTreeSet<String> = sources
        .split("texts::")
        .skip(1)
        .map(|rest| {
            rest.chars()
                .take_while(|c| is_part(*c) || *c == ':')
                .collect()
        })
        .collect();
    let own =
        said_on_screens().filter(|(part, ..)| !["labels", "reasons", "telling"].contains(part));
    let silent: Vec<String> = own
        .map(|(part, name, _)| format!("{part}::{name}"))
        .filter(|text| !named.contains(text))
        .collect();
    assert!(silent.is_empty(), "nothing says {silent:?}");
}

/// Every text that the worked example writes, in one language.
fn sample_texts(lang: Lang) -> Vec<String> {
    let now = "2026-08-26T18:00:00+08:00".parse().expect("a moment");
    let sample = hepai::analysis::begin::sample::sample(now, lang);
    let mut out = Vec::new();
    for act in sample.acts {
        out.extend(act.note);
        out.extend(
            act.touches
                .into_iter()
                .filter_map(|touch| match touch.value {
                    Fill::Value(value) => value.as_text().map(str::to_owned),
                    Fill::Record(_) => None,
                }),
        );
    }
    assert!(out.len() > 500, "the example was read");
    out
}

#[test]
fn the_worked_example_keeps_the_same_rules() {
    for text in sample_texts(Lang::Zh) {
        let is_written = text.chars().any(is_han);
        assert!(!half_width(&text), "{text}");
        assert_eq!(banned_in(&text, ""), None, "{text}");
        assert!(!shows_a_code(&text), "{text}");
        assert!(is_written || text.is_ascii(), "{text}");
    }
    for text in sample_texts(Lang::En) {
        assert!(!text.chars().any(is_han), "{text}");
        assert_eq!(banned_in("", &text), None, "{text}");
    }
}

#[test]
fn what_stands_in_a_value_is_nobodys_place() {
    use hepai::ui::texts::{decide::DECIDE_TITLE, fill, forms::NOT_YET_OBJECTED};
    for lang in [Lang::Zh, Lang::En] {
        let places = [("action", "{n}{m}{action}"), ("n", "{m}"), ("m", "7")];
        let text = fill(NOT_YET_OBJECTED, lang, &places);
        assert_eq!(text.matches("{n}{m}{action}").count(), 1, "{text}");
        assert_eq!(text.matches("{m}").count(), 2, "{text}");
        assert_eq!(text.matches('7').count(), 1, "{text}");
    }
    let open = Label::new("「{name}」{", "{name} { {nobody} {n} {n|day|days}");
    let places = [("name", "}{n}"), ("n", "1")];
    assert_eq!(fill(open, Lang::Zh, &places), "「}{n}」{");
    assert_eq!(fill(open, Lang::En, &places), "}{n} { {nobody} 1 day");
    assert_eq!(fill(DECIDE_TITLE, Lang::En, &[]), DECIDE_TITLE.en);
}

#[test]
fn every_word_of_the_sentences_is_said_somewhere() {
    let sources = screens("src/analysis/telling".as_ref());
    let sources = sources
        .iter()
        .map(|path| std::fs::read_to_string(path).expect("a source"));
    let sources = sources.collect::<String>();
    let own = said_on_screens().filter(|(part, ..)| *part == "telling");
    for (_, name, _) in own {
        let is_part = |c: char| c.is_alphanumeric() || c == '_';
        let place = format!("words::{name}");
        let mut said = sources.split(&place).skip(1);
        assert!(
            said.any(|rest| !rest.starts_with(is_part)),
            "nothing says {name}"
        );
    }
}
