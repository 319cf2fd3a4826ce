//! The sentence for every reason why a file is not taken: what, where, what to do, and that nothing was changed.

use crate::exchange::{Fault, Looks, Refusal, limits};
use crate::model::template::{Label, Lang};
use crate::ui::texts::{self, fill};

/// The sentence for a person.
pub(in crate::ui) fn refusal_text(name: &str, refusal: &Refusal, lang: Lang) -> String {
    let with = |label: Label, places: &[(&str, &str)]| {
        fill(label, lang, &[places, &[("name", name)]].concat())
    };
    match refusal {
        Refusal::Empty => with(texts::mail::FILE_EMPTY, &[]),
        Refusal::NotOurs(Looks::Zip | Looks::Archive) => with(texts::mail::FILE_ZIP, &[]),
        Refusal::NotOurs(looks) => with(
            texts::mail::FILE_OTHER,
            &[("kind", looks_text(*looks).text(lang))],
        ),
        Refusal::Utf16 => with(texts::mail::FILE_ENCODING, &[("kind", "UTF-16")]),
        Refusal::Gbk => with(texts::mail::FILE_ENCODING, &[("kind", "GBK")]),
        Refusal::NotUtf8(place) => {
            bad(name, 1, place.line, texts::mail::BAD_BYTES.text(lang), lang)
        }
        Refusal::CutOff(place) => with(texts::mail::FILE_CUT, &[("line", &place.line.to_string())]),
        Refusal::Damaged { place, .. } => {
            bad(name, 1, place.line, texts::mail::BAD_FORM.text(lang), lang)
        }
        Refusal::TooLarge(_) => with(
            texts::mail::FILE_LARGE,
            &[("max", &format!("{} MiB", limits::FILE_BYTES >> 20))],
        ),
        Refusal::TooDeep(place) => bad(name, 1, place.line, texts::mail::BAD_DEEP.text(lang), lang),
        Refusal::Newer(_) => with(texts::mail::FILE_NEWER, &[]),
        Refusal::Faulty { findings, count } => {
            let first = findings.first();
            let line = first.map_or(1, |finding| finding.place.line);
            let what = first.map_or(texts::mail::BAD_FORM, |finding| fault_label(&finding.fault));
            let path = first
                .map(|finding| finding.place.path.clone())
                .filter(|path| !path.is_empty());
            let what = path.map_or_else(
                || what.text(lang).to_owned(),
                |path| format!("{} ({path})", what.text(lang)),
            );
            bad(name, *count, line, &what, lang)
        }
    }
}

fn bad(name: &str, count: usize, line: usize, what: &str, lang: Lang) -> String {
    fill(
        texts::mail::FILE_BAD,
        lang,
        &[
            ("name", name),
            ("n", &count.to_string()),
            ("line", &line.to_string()),
            ("what", what),
        ],
    )
}

fn looks_text(looks: Looks) -> Label {
    match looks {
        Looks::Zip | Looks::Archive => texts::mail::LOOKS_ARCHIVE,
        Looks::Office => texts::mail::LOOKS_OFFICE,
        Looks::Pdf => texts::mail::LOOKS_PDF,
        Looks::Picture => texts::mail::LOOKS_PICTURE,
        Looks::Mail => texts::mail::LOOKS_MAIL,
        Looks::WebPage => texts::mail::LOOKS_WEB_PAGE,
        Looks::OtherJson => texts::mail::LOOKS_OTHER_JSON,
        Looks::Text => texts::mail::LOOKS_TEXT,
        Looks::Binary => texts::mail::LOOKS_OTHER,
    }
}

fn fault_label(fault: &Fault) -> Label {
    match fault {
        Fault::DuplicateKey(_) => texts::mail::BAD_TWICE,
        Fault::LoneSurrogate(_) => texts::mail::BAD_BYTES,
        Fault::TextTooLong(_) => texts::mail::BAD_LONG,
        Fault::TooMany | Fault::TooManyFields(_) => texts::mail::BAD_MANY,
        Fault::BadChange(_) => texts::mail::BAD_CHANGE,
        Fault::BadCurrent(_) => texts::mail::BAD_VALUE,
        Fault::BadHeader(_) => texts::mail::BAD_HEADER,
    }
}
