//! The ways out of what clashes, numbered in the order in which they are tried.

use crate::analysis::resources::clashes::clashes;
use crate::analysis::resources::proposals::ways_out;
use crate::analysis::words::names::bare_name;
use crate::model::Log;
use crate::model::template::Lang;
use crate::ui::letter::way_said;
use crate::ui::texts::{self, fill};

/// So many clashes are told with their ways out.
const TOLD: usize = 3;

/// 培训教室 A 的办法：1 错开：R-5 … 2 … 3 都不合适，请项目负责人定 (F-13)
pub(super) fn ways(log: &Log, lang: Lang) -> Vec<String> {
    let several = clashes(log).into_iter();
    let several = several.filter(|clash| clash.requests.len() > 1).take(TOLD);
    several
        .map(|clash| {
            let ways = ways_out(log, &clash).into_iter();
            let ways = ways.map(|way| way_said(log, &way, lang));
            let last = texts::charts::WAY_LEAD.text(lang).to_owned();
            let ways = (1..).zip(ways.chain([last]));
            let ways = ways.map(|(n, way)| format!("{n} {way}"));
            let name = bare_name(log, &clash.resource, lang);
            let ways = ways.collect::<Vec<_>>().join(" · ");
            fill(
                texts::charts::WAYS_OUT,
                lang,
                &[("name", &name), ("ways", &ways)],
            )
        })
        .collect()
}
