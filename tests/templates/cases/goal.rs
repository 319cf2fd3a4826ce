//! Cases of the rules on the goal charter and what lies under it.

use super::Case;

pub(super) const CASES: &[Case] = &[
    (
        "charter",
        "CHT-01",
        0,
        &["charter goal_statement=把上市统一做好"],
        &["charter goal_statement=三个月内卖出 500 万元"],
    ),
    (
        "charter",
        "CHT-02",
        0,
        &["charter goal_statement=卖出 500 件"],
        &["charter goal_statement=卖出 500 件; planned_end=2026-05-29"],
    ),
    (
        "charter",
        "CHT-03",
        0,
        &["charter project_name=A1"],
        &[
            "charter project_name=A1",
            "metric/m parent=charter; name=销售额",
        ],
    ),
    (
        "charter",
        "CHT-05",
        0,
        &[
            "charter project_name=A1",
            "scope_item/a parent=charter; side=in; text=国内",
        ],
        &[
            "charter project_name=A1",
            "scope_item/a parent=charter; side=out; text=海外",
        ],
    ),
    (
        "charter",
        "CHT-06",
        0,
        &[
            "charter project_name=A1",
            "department/a department=市场部",
            "department/b department=总务部; participation=affected",
        ],
        &[
            "charter project_name=A1",
            "department/a department=市场部",
            "department/b department=研发部",
        ],
    ),
    (
        "charter",
        "CHT-07",
        0,
        &[
            "charter project_name=A1",
            "department/a department=市场部",
            "member/a person=陈专员; project_role=rep; department=department/b",
        ],
        &[
            "charter project_name=A1",
            "department/a department=市场部",
            "member/a person=陈专员; project_role=rep; department=department/a",
        ],
    ),
    (
        "charter",
        "CHT-08",
        0,
        &[
            "charter project_name=A1",
            "department/a department=财务部",
            "confirmation/a answer=objection; comment=预备费应单列",
        ],
        &[
            "charter project_name=A1",
            "department/a department=财务部",
            "confirmation/a answer=confirmed",
        ],
    ),
    (
        "charter",
        "CHT-09",
        0,
        &[
            "charter status=confirmed; background=甲",
            "charter background=乙",
        ],
        &["charter background=甲; status=confirmed"],
    ),
    (
        "charter",
        "CHT-11",
        0,
        &["charter project_name=A1", "department/a department=财务部"],
        &[
            "charter project_name=A1",
            "department/a department=财务部",
            "confirmation/a answer=confirmed",
        ],
    ),
    (
        "charter",
        "CHT-12",
        0,
        &[
            "charter project_name=A1",
            "deliverable/a parent=charter; name=物料",
        ],
        &[
            "charter project_name=A1",
            "deliverable/a parent=charter; name=物料; acceptance_criteria=清单齐全",
        ],
    ),
    (
        "charter",
        "CHT-13",
        0,
        &[
            "charter project_name=A1",
            "scope_item/a parent=charter; side=out; text=海外",
        ],
        &[
            "charter project_name=A1",
            "scope_item/a parent=charter; side=in; text=国内",
        ],
    ),
    (
        "charter",
        "CHT-14",
        0,
        &["charter project_name=A1", "department/a department=财务部"],
        &[
            "charter project_name=A1",
            "department/a department=财务部; duties=核算",
            "department/b department=总务部; participation=affected",
        ],
    ),
    (
        "charter",
        "CHT-16",
        0,
        &["charter project_code=台灯"],
        &["charter project_code=A1"],
    ),
    (
        "charter",
        "G-03",
        0,
        &["charter planned_start=2026-05-29; planned_end=2026-03-02"],
        &["charter planned_start=2026-03-02; planned_end=2026-03-02"],
    ),
    (
        "charter",
        "G-01",
        0,
        &["charter scenario=problem"],
        &["charter scenario=project"],
    ),
    (
        "charter",
        "G-01",
        1,
        &["charter status=revising"],
        &[
            "charter status=revising; revision_reason=范围变了",
            "charter status=draft",
        ],
    ),
    (
        "charter",
        "G-08",
        0,
        &["charter goal_statement=尽快卖出 500 万元"],
        &["charter goal_statement=三个月内卖出 500 万元"],
    ),
    (
        "metric",
        "G-01",
        0,
        &["metric/m parent=charter; direction=at_least"],
        &["metric/m parent=charter; direction=by_date"],
    ),
    (
        "metric",
        "G-03",
        0,
        &["metric/m parent=charter; measure_from=2026-05-02; measure_to=2026-05-01"],
        &["metric/m parent=charter; measure_from=2026-05-02"],
    ),
    (
        "metric",
        "G-01",
        1,
        &[
            "charter scenario=process",
            "metric/m parent=charter; name=工时",
        ],
        &[
            "charter scenario=project",
            "metric/m parent=charter; name=工时",
        ],
    ),
    (
        "metric",
        "MET-01",
        0,
        &["metric/m parent=charter; direction=by_date; target_value='500"],
        &["metric/m parent=charter; direction=at_least; target_value='3.5"],
    ),
    (
        "metric",
        "CHT-04",
        0,
        &[
            "charter planned_end=2026-05-29",
            "metric/m parent=charter; name=销售额; measure_to=2026-06-30",
        ],
        &[
            "charter planned_end=2026-05-29",
            "metric/m parent=charter; name=销售额; measure_to=2026-05-29",
        ],
    ),
    (
        "deliverable",
        "CHT-10",
        0,
        &["deliverable/a parent=charter; name=物料"],
        &["deliverable/a parent=charter; name=物料; acceptance_criteria=齐全"],
    ),
    (
        "deliverable",
        "G-08",
        0,
        &["deliverable/d acceptance_criteria=大概 20 页"],
        &["deliverable/d acceptance_criteria=20 页"],
    ),
];
