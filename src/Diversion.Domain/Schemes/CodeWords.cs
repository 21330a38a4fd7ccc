using Diversion.Domain.Agreements;
using Diversion.Domain.Eligibility;
using Diversion.Domain.Referral;

namespace Diversion.Domain.Schemes;

/// <summary>
/// Synonyms for the values of the domain's own short lists, used by the API and imports. Lists that a force may want to
/// extend (offence groups, orders) are data instead, see <see cref="Vocabulary"/>.
/// </summary>
public static class CodeWords
{
    public static readonly WordList Sexes = Of<Sex>(
        (Sex.Female, ["f", "woman"]),
        (Sex.Male, ["m", "man"]),
        (Sex.Other, ["x", "non-binary", "intersex"]),
        (Sex.NotKnown, ["u", "unknown", "not recorded", "not stated"]));

    public static readonly WordList RiskBands = Of<RiskBand>(
        (RiskBand.Low, ["low risk", "l"]),
        (RiskBand.Medium, ["medium risk", "moderate", "med", "m"]),
        (RiskBand.High, ["high risk", "very high", "very high risk", "h"]));

    public static readonly WordList OffenceClasses = Of<OffenceClass>(
        (OffenceClass.SummaryOnly, ["summary", "summary offence"]),
        (OffenceClass.EitherWay, ["triable either way", "TEW", "EW"]),
        (OffenceClass.IndictableOnly, ["indictable", "IO"]));

    /// <summary>Yes and no as in earlier versions and in files of custody systems.</summary>
    public static readonly WordList Admissions = Of<AdmissionAnswer>(
        (AdmissionAnswer.Full, ["yes", "y", "true", "1", "in full", "full admission", "admits", "admitted"]),
        (AdmissionAnswer.Part, ["partly", "in part", "partial", "part admission"]),
        (AdmissionAnswer.None, ["no", "n", "false", "0", "denies", "denied"]),
        (AdmissionAnswer.NoDenial, ["does not deny", "not denied"]),
        (AdmissionAnswer.NoComment, ["no reply"]));

    public static readonly WordList EvidenceSources = Of<EvidenceSource>(
        (EvidenceSource.Interview, ["interview under caution", "voluntary interview"]),
        (EvidenceSource.OtherEvidence, ["other", "statements", "cctv"]));

    public static readonly WordList Advice = Of<LegalAdvice>(
        (LegalAdvice.Taken, ["yes", "accepted"]),
        (LegalAdvice.Declined, ["offered and declined", "refused"]),
        (LegalAdvice.NotOffered, ["no"]));

    /// <summary>Roles that a person can have.</summary>
    public static readonly WordList Roles = Of<Role>(
        (Role.PoliceOfficer, ["officer", "police"]),
        (Role.Sergeant, ["decision-maker"]),
        (Role.KeyWorker, ["worker", "probation", "probation staff"]),
        (Role.TeamManager, ["manager"]),
        (Role.ProgrammeLead, ["lead"]),
        (Role.Provider, ["partner", "partner provider"]),
        (Role.Facilitator, ["restorative justice facilitator", "RJ facilitator"]),
        (Role.Analyst, []),
        (Role.PanelMember, ["scrutiny panel member"]),
        (Role.Supervisor, ["project supervisor", "session supervisor"]));

    /// <summary>Null when the list does not have the word.</summary>
    public static T? Read<T>(WordList list, string word) where T : struct, Enum =>
        list.CodeOf(word) is { } code ? Enum.Parse<T>(code) : null;

    private static WordList Of<T>(params ReadOnlySpan<(T Value, string[] Synonyms)> words) where T : struct, Enum
    {
        var terms = ImmutableArray.CreateBuilder<VocabularyTerm>(words.Length);
        foreach (var (value, synonyms) in words)
        {
            terms.Add(new VocabularyTerm($"{value}", Words.Of(value), [.. synonyms]));
        }

        return new WordList(terms.MoveToImmutable());
    }
}
