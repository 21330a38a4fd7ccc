using Diversion.Evaluation.Compliance;
using Diversion.Evaluation.FollowUps;
using Diversion.Evaluation.Measures;
using Diversion.Evaluation.Rows;

namespace Diversion.Evaluation.Reports;

/// <summary>What several sections of a report need, computed once; sections may ask at the same time.</summary>
internal sealed class AnalysisFacts
{
    private readonly Lazy<TrialResult> result;
    private readonly Lazy<ReoffendingMeasures> signed;
    private readonly Lazy<ReoffendingMeasures> signedOutsideTrial;
    private readonly Lazy<ReoffendingMeasures> bothArms;
    private readonly Lazy<(PersonRow Person, Continuity Kept)[]> continuities;

    public AnalysisFacts(IReadOnlyList<PersonRow> people, AnalysisSettings settings)
    {
        // Two trials are two experiments: whoever is in another one is no part of this report, not even of the programme's figures.
        (People, Settings) = (settings.Trial is { } trial ? [.. people.Where(person => person.Trial is not { Trial: var of } || of == trial.Code)] : people, settings);
        InTrial = [.. People.Where(person => person.Trial is not null)];
        OutsideTrial = [.. People.Where(person => person.Trial is null && person.Course.SignedOn is not null)];
        result = new(() => TrialResult.Of(InTrial, settings.Arms, Rule));
        signed = new(() => ReoffendingMeasures.Of(People, Rule, FollowUpStart.Signing));
        signedOutsideTrial = new(() => ReoffendingMeasures.Of(OutsideTrial, Rule, FollowUpStart.Signing));
        continuities = new(() => ContinuityMeasure.Continuities(People));
        bothArms = new(() => ReoffendingMeasures.Of(InTrial, Rule, FollowUpStart.Allocation));
    }

    public static readonly GroupKind[] Kinds = Enum.GetValues<GroupKind>();

    public IReadOnlyList<PersonRow> People { get; }

    public AnalysisSettings Settings { get; }

    public ReoffendingRule Rule => Settings.Rule;

    public PersonRow[] InTrial { get; }

    /// <summary>Signed, and in no trial: nothing about an arm follows from them.</summary>
    public PersonRow[] OutsideTrial { get; }

    public bool HasTrial => InTrial.Length > 0;

    public TrialResult Result => result.Value;

    /// <summary>Everybody who signed, in whichever arm.</summary>
    public ReoffendingMeasures Signed => signed.Value;

    public ReoffendingMeasures SignedOutsideTrial => signedOutsideTrial.Value;

    public ReoffendingMeasures BothArms => bothArms.Value;

    /// <summary>Those who signed and had a meeting that was held, and how far one worker stayed.</summary>
    public (PersonRow Person, Continuity Kept)[] Continuities => continuities.Value;

    public string Name(GroupKind kind, string? code) => code is null ? "not known" : Settings.GroupName(kind, code);

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
