//! Subjects of mails: what each is for, in one line.

use crate::letters::sending;
use crate::people::lead;
use hepai::analysis::inbox::todos::request;
use hepai::exchange::Envelope;
use hepai::ui::letter::{Sending, invite};

#[test]
fn a_subject_says_what_the_mail_is_for_after_a_short_name() {
    let desk = lead();
    let asked = |requests: &[&str]| {
        let one = Sending {
            project: "第二季度华东区域渠道下沉与售后服务体系联合建设项目（二期）".to_owned(),
            envelope: Envelope {
                requests: requests.iter().map(|one| (*one).to_owned()).collect(),
                ..sending().envelope
            },
            ..sending()
        };
        desk.session.read(|log| invite(log, &one)).subject
    };
    let name = "[第二季度华东区域渠道下沉与售后服务体系联合建设…]";
    for (requests, what) in [
        (
            &[request::PROGRESS, request::RISKS][..],
            "请更新进展（约 3 分钟），2026-03-03 18:00 前",
        ),
        (
            &[request::FEEDBACK, request::CONTRIBUTION],
            "请填反馈表（约 3 分钟），2026-03-03 18:00 前",
        ),
        (
            &[request::KNOW],
            "分工和沟通规则已公示，请看一眼，2026-03-03 18:00 前",
        ),
    ] {
        assert_eq!(asked(requests), format!("{name} {what}"));
    }
}
