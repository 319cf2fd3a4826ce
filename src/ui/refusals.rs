//! The sentence for every reason why a file is not taken: what, where, what to do, and that nothing was changed.

use crate::exchange::{Fault, Looks, Refusal, limits};
use crate::model::template::{Label, Lang};
use crate::ui::texts::{self, fill};

/// The sentence for a person.
pub fn refusal_text(name: &str, refusal: &Refusal, lang: Lang) -> String {
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
        Refusal::TooLarge(size) => too_large(name, *size, limits::FILE_BYTES, lang),
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

/// That a file has more bytes than are read (G-13).
pub fn too_large(name: &str, size: usize, most: usize, lang: Lang) -> String {
    let max = format!("{} MiB", most >> 20);
    let places = [("name", name), ("size", &*size_text(size)), ("max", &*max)];
    fill(texts::mail::FILE_LARGE, lang, &places)
}

/// `64.1 MiB`: never less than there is.
fn size_text(bytes: usize) -> String {
    let tenths = bytes.saturating_mul(10).div_ceil(1 << 20);
    format!("{}.{} MiB", tenths / 10, tenths % 10)
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
