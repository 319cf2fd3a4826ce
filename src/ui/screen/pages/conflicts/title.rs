//! What a difference is called: the record, and the field that differs in it.

use crate::analysis::inbox::differences::element_of;
use crate::analysis::words::called::NamedIn;
use crate::analysis::words::names::field_name;
use crate::model::Log;
use crate::model::log::ConflictPlace;
use crate::model::template::Lang;
use crate::ui::texts;

/// What differs, in words: 任务 T-11 合规与认证检测 › 截止日期.
pub(in crate::ui) fn title_of(log: &Log, place: &ConflictPlace, lang: Lang) -> String {
    let template = log.schema().template(place.record.kind());
    let named = NamedIn::of(log);
    let name = named.name(&place.record, lang);
    // What is called by whose it is says itself what it is.
    let is_said = named.with_kin(&place.record, lang).is_some();
    let kind = template
        .filter(|template| !template.once && !is_said)
        .map(|template| template.one.text(lang))
        .unwrap_or_default();
    let field = match template.and_then(|template| template.field(place.key.as_str())) {
        Some(field) => field.label.text(lang).to_owned(),
        None => field_name(template, &place.key, lang),
    };
    let element = element_of(log, place)
        .map(|element| {
            let name = named.name(&element, lang);
            format!("{}{name}", texts::forms::COLON.text(lang))
        })
        .unwrap_or_default();
    format!("{kind} {name} › {field}{element}")
        .trim()
        .to_owned()
}
