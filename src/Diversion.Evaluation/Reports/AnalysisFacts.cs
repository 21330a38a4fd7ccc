using Diversion.Evaluation.FollowUps;
using Diversion.Evaluation.Measures;
using Diversion.Evaluation.Rows;

namespace Diversion.Evaluation.Reports;

/// <summary>What several sections of a report need, computed once.</summary>
internal sealed class AnalysisFacts(IReadOnlyList<PersonRow> people, AnalysisSettings settings)
{
    public static readonly GroupKind[] Kinds = Enum.GetValues<GroupKind>();

    public IReadOnlyList<PersonRow> People => people;

    public AnalysisSettings Settings => settings;

    public ReoffendingRule Rule => settings.Rule;

    public PersonRow[] InTrial { get; } = [.. people.Where(person => person.Trial is not null)];

    /// <summary>Signed, and in no trial: nothing about an arm follows from them.</summary>
    public PersonRow[] OutsideTrial { get; } = [.. people.Where(person => person.Trial is null && person.Course.SignedOn is not null)];

    public bool HasTrial => InTrial.Length > 0;

    public TrialResult Result => field ??= TrialResult.Of(InTrial, settings.Arms, Rule);

    /// <summary>Everybody who signed, in whichever arm.</summary>
    public ReoffendingMeasures Signed => field ??= ReoffendingMeasures.Of(people, Rule, FollowUpStart.Signing);

    public ReoffendingMeasures SignedOutsideTrial => field ??= ReoffendingMeasures.Of(OutsideTrial, Rule, FollowUpStart.Signing);

    public ReoffendingMeasures BothArms => field ??= ReoffendingMeasures.Of(InTrial, Rule, FollowUpStart.Allocation);

    public string Name(GroupKind kind, string? code) => code is null ? "not known" : settings.GroupName(kind, code);

    public static string Name(GroupKind kind) => kind switch
    {
        GroupKind.Sex => "Sex",
        GroupKind.AgeBand => "Age at referral",
        GroupKind.Ethnicity => "Ethnicity, as the person says",
        GroupKind.OffenceGroup => "Offence group",
        GroupKind.RiskBand => "Risk band",
        GroupKind.Ward => "Ward",
        GroupKind.District => "District",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>Not yet known, in words; null when somebody was followed up to the end.</summary>
    public ReportPart? NobodyYet(ReoffendingMeasures measures) => measures.Rate.Of > 0 ? null : new ReportPart.NotYet(Waiting(measures));

    private string Waiting(ReoffendingMeasures measures)
    {
        var left = measures.People.Excluded.Sum(one => one.People);
        return left == 0
            ? "Nobody has come to the start of follow-up yet."
            : $"Not yet known. {PlainWords.Count(left, "person has", "people have")} begun; a person's answer is final when the records were searched up to {Rule.Months + Rule.WaitingMonths} months after the start: {Rule.Months} for the offence, {Rule.WaitingMonths} more for its outcome.";
    }
}
