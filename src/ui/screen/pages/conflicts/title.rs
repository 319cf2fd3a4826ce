//! What a difference is called: the record, and the field that differs in it.

use crate::analysis::inbox::differences::element_of;
use crate::analysis::words::names::{field_name, record_name};
use crate::model::Log;
use crate::model::log::ConflictPlace;
use crate::model::template::Lang;
use crate::ui::texts;

/// What differs, in words: 任务 T-11 合规与认证检测 › 截止日期.
pub(in crate::ui) fn title_of(log: &Log, place: &ConflictPlace, lang: Lang) -> String {
    let template = log.schema().template(place.record.kind());
    let name = record_name(log, &place.record, lang);
    let kind = template
        .filter(|template| !template.once)
        .map(|template| template.one.text(lang))
        .unwrap_or_default();
    let field = match template.and_then(|template| template.field(place.key.as_str())) {
        Some(field) => field.label.text(lang).to_owned(),
        None => field_name(template, &place.key, lang),
    };
    let element = element_of(log, place)
        .map(|element| {
            let name = record_name(log, &element, lang);
            format!("{}{name}", texts::forms::COLON.text(lang))
        })
        .unwrap_or_default();
    format!("{kind} {name} › {field}{element}")
        .trim()
        .to_owned()
}
