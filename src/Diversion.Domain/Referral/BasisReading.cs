using Diversion.Domain.Agreements;
using Diversion.Domain.Eligibility;
using Diversion.Domain.Reading;
using Diversion.Domain.Schemes;

namespace Diversion.Domain.Referral;

/// <summary>Checks the answers about the basis of a case, and puts them into the stored form.</summary>
public static class BasisReading
{
    /// <summary>A rank alone may be part of a name by chance.</summary>
    private const int ShortestName = 4;

    /// <param name="officer">The officer of the case; null when there is no case yet.</param>
    public static Refusal? Read(EligibilityFacts facts, SchemeRules scheme, LocalDate today, StaffRef? officer, out EligibilityFacts read)
    {
        read = facts with
        {
            Route = Given(facts.Route),
            EvidenceReference = ReferenceText.CleanOrNull(facts.EvidenceReference),
            EvidentialTestBy = Given(facts.EvidentialTestBy),
            PublicInterest = Given(facts.PublicInterest),
            ProsecutorAuthority = ReferenceText.CleanOrNull(facts.ProsecutorAuthority),
        };
        if (read.Admission is { } admission && !Enum.IsDefined(admission))
        {
            return new Refusal.Invalid(RefusalCode.ValueOutOfRange, "Say whether the person admits the offence: in full, in part, no, no denial or no comment.");
        }

        if (read.EvidentialTestBy is { } decider && officer is not null && IsThe(officer, decider))
        {
            return new Refusal.RuleForbids(
                RefusalCode.DecisionMakerIsOfficer,
                "The officer of the case does not decide the evidential test. Give the name of the decision-maker, with the rank.");
        }

        if (read.Route is not { } chosen)
        {
            return null;
        }

        if (scheme.AllRoutes().FirstOrDefault(route => WordFold.Of(route.Id) == WordFold.Of(chosen)) is not { } known)
        {
            return new Refusal.Invalid(RefusalCode.RouteUnknown, $"The scheme has no such route. Its routes: {Open(scheme, today)}.") { Field = "facts.route" };
        }

        if (known.ChildrenOnly)
        {
            return new Refusal.RuleForbids(
                RefusalCode.RouteNotOpen,
                $"{known.Title} is for children only. Send a case of a person under 18 to the youth offending team. Routes for adults: {Open(scheme, today)}.");
        }

        if (!known.IsOpenOn(today))
        {
            return new Refusal.RuleForbids(
                RefusalCode.RouteNotOpen,
                (known.SwitchedOff ? $"{known.Title} is not in force: the law that makes it has not begun."
                    : today < known.From ? $"{known.Title} begins on {Words.Date(known.From!.Value)}."
                    : $"{known.Title} ended on {Words.Date(known.Until!.Value)}.")
                + $" Routes that are open: {Open(scheme, today)}.");
        }

        read = read with { Route = known.Id };
        return null;
    }

    private static string Open(SchemeRules scheme, LocalDate today) =>
        string.Join(", ", scheme.AllRoutes().Where(route => route.IsOpenOn(today)).Select(route => route.Id));

    /// <summary>By id or by name, with or without the rank: whole words, since another name may have this one in it.</summary>
    internal static bool IsThe(StaffRef officer, string decider)
    {
        var said = WordFold.Of(decider);
        return said == WordFold.Of(officer.Id) || HasWords(decider, WordFold.Of(officer.Name)) || (said.Length >= ShortestName && HasWords(officer.Name, said));
    }

    /// <summary>However the words are written: <c>Smith-Jones</c> is <c>Smith Jones</c>.</summary>
    private static bool HasWords(string text, string folded)
    {
        string[] words = [.. text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(WordFold.Of)];
        return folded.Length > 0 && Enumerable.Range(0, words.Length).Any(from => Enumerable.Range(1, words.Length - from).Any(count => string.Concat(words.AsSpan(from, count)) == folded));
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
