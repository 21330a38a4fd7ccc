namespace Diversion.Domain.Conditions.Pathway;

public enum PathwayKind
{
    Accommodation,
    SkillsAndEmployment,
    Health,
    DrugsAndAlcohol,
    ChildrenAndFamilies,
    FinanceBenefitAndDebt,
    AttitudesThinkingAndBehaviour,
    Relationships,
    SexualExploitation,
}
