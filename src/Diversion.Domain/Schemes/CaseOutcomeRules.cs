namespace Diversion.Domain.Schemes;

/// <summary>How the outcome of a case is recorded once it is the officer's again.</summary>
/// <param name="RecordWorkingDays">Counted from the ending, if there is no charge-by date.</param>
/// <param name="SergeantFromDays">The sergeant is told from this many days before the charge-by date on.</param>
/// <param name="LeadFromDays">The same for the programme lead.</param>
/// <param name="Codes">The Home Office outcome codes that may be recorded.</param>
public sealed record CaseOutcomeRules(int RecordWorkingDays, int SergeantFromDays, int LeadFromDays, ImmutableArray<OutcomeCode> Codes)
{
    /// <summary>
    /// Home Office crime outcomes for adults (Crime outcomes in England and Wales, outcomes framework), without 22, which
    /// is recorded only when the activity is done, and without those for a case that has no suspect.
    /// </summary>
    public static readonly CaseOutcomeRules Usual = new(
        10,
        7,
        3,
        [
            new("1", "Charged or summonsed", [CaseResult.Charged, CaseResult.Summons]),
            new("1A", "Charged or summonsed for another offence", [CaseResult.Charged, CaseResult.Summons]),
            new("3", "Adult caution", [CaseResult.Caution]),
            new("3A", "Adult caution for another offence", [CaseResult.Caution]),
            new("4", "Taken into consideration by a court", [CaseResult.Other]),
            new("5", "The person has died", [CaseResult.NoFurtherAction, CaseResult.Other]),
            new("6", "Penalty notice for disorder", [CaseResult.Other]),
            new("7", "Cannabis or khat warning", [CaseResult.Other]),
            new("8", "Community resolution", [CaseResult.Other]),
            new("9", "Prosecution not in the public interest (Crown Prosecution Service)", [CaseResult.NoFurtherAction]),
            new("10", "Formal action not in the public interest (police)", [CaseResult.NoFurtherAction]),
            new("12", "The person is too ill to be prosecuted", [CaseResult.NoFurtherAction]),
            new("13", "The victim or main witness has died or is too ill", [CaseResult.NoFurtherAction]),
            new("15", "Not enough evidence, although the victim supports action", [CaseResult.NoFurtherAction]),
            new("16", "Not enough evidence, and the victim does not support action", [CaseResult.NoFurtherAction]),
            new("17", "The time limit for prosecution has passed", [CaseResult.NoFurtherAction]),
            new("20", "Another body takes action", [CaseResult.NoFurtherAction, CaseResult.Other]),
            new("21", "Further investigation not in the public interest (police)", [CaseResult.NoFurtherAction]),
        ]);
}

/// <param name="Results">The results that it may be used for.</param>
public sealed record OutcomeCode(string Code, string Title, ImmutableArray<CaseResult> Results);

/// <summary>What happened to the offence after the case went back to the police.</summary>
public enum CaseResult
{
    Charged,
    Summons,
    Caution,
    NoFurtherAction,
    Other,
}
