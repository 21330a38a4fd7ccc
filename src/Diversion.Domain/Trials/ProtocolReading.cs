using Diversion.Domain.Agreements;

namespace Diversion.Domain.Trials;

/// <summary>A protocol as a lead typed it: checked, and without what cannot be seen.</summary>
internal static class ProtocolReading
{
    public const int LongestFollowUp = 120;

    private const int MostListed = 100;

    /// <summary>What no draft may have.</summary>
    public static Refusal? Fault(TrialProtocol? protocol)
    {
        if (protocol is null)
        {
            return Faulty("Give the protocol.");
        }

        if (protocol.FollowUpMonths.IsDefault || protocol.Arms.IsDefault || protocol.Factors.IsDefault || protocol.BlockSizes.IsDefault
            || protocol.Arms.Any(arm => arm is null) || protocol.Factors.Any(factor => factor is null || factor.Values.IsDefault))
        {
            return Faulty("The protocol lacks a list: arms, strata, block sizes or months of follow-up. Give an empty list where there is none.");
        }

        if (protocol.FollowUpMonths.Length + protocol.Arms.Length + protocol.BlockSizes.Length + protocol.Factors.Sum(factor => 1 + factor.Values.Length) > MostListed)
        {
            return Faulty($"The protocol lists more than {MostListed} arms, strata, block sizes and months. Use fewer.");
        }

        var texts = new TextInspection();
        texts.Line("protocol.title", protocol.Title, required: true);
        texts.Line("protocol.registrationNumber", protocol.RegistrationNumber);
        texts.Line("protocol.registeredAt", protocol.RegisteredAt);
        texts.Line("protocol.harmIndex", protocol.HarmIndex);
        texts.Prose("protocol.primaryOutcome", protocol.PrimaryOutcome);
        texts.Prose("protocol.stoppingRule", protocol.StoppingRule);
        texts.Prose("protocol.analysisPlan", protocol.AnalysisPlan);
        foreach (var arm in protocol.Arms)
        {
            texts.Line("protocol.arms.code", arm.Code, required: true);
            texts.Line("protocol.arms.name", arm.Name, required: true);
        }

        foreach (var value in protocol.Factors.SelectMany(factor => factor.Values))
        {
            texts.Line("protocol.factors.values", value, required: true);
        }

        return texts.Fault ?? Ranges(protocol);
    }

    /// <summary>What a trial needs before it opens, beside arms, strata and blocks that fit.</summary>
    public static IEnumerable<string> Missing(TrialProtocol protocol, LocalDate today)
    {
        if (string.IsNullOrWhiteSpace(protocol.PrimaryOutcome))
        {
            yield return "Say what the primary outcome is.";
        }

        if (string.IsNullOrWhiteSpace(protocol.StoppingRule))
        {
            yield return "Say when the trial would be stopped early, or that it is not.";
        }

        if (string.IsNullOrWhiteSpace(protocol.AnalysisPlan))
        {
            yield return "Give the plan of the analysis: it has to be fixed before the first allocation.";
        }

        if (protocol.FollowUpMonths.IsEmpty)
        {
            yield return "Say after how many months people are followed up, such as 12 and 24.";
        }

        if (protocol.Target < 2)
        {
            yield return "Say how many people are to be allocated.";
        }

        if (protocol.Until is { } last && last < today)
        {
            yield return "The last day of allocation is over. Give a later one.";
        }
    }

    private static Refusal.Invalid? Ranges(TrialProtocol protocol)
    {
        if (protocol.Target is < 0 or > TrialDecider.MostPeople)
        {
            return Faulty($"The target is {protocol.Target}. A trial here can have up to {TrialDecider.MostPeople} people.");
        }

        if (protocol.FollowUpMonths.Any(months => months is < 1 or > LongestFollowUp) || protocol.FollowUpMonths.Distinct().Count() < protocol.FollowUpMonths.Length)
        {
            return Faulty($"The months of follow-up are whole numbers from 1 to {LongestFollowUp}, each once.");
        }

        if (protocol.Until is { } last && last < protocol.From)
        {
            return Faulty("The last day of allocation is before the first. Correct the dates.");
        }

        if (protocol.From.Year is < 2000 or > 2100 || protocol.Until?.Year > 2100)
        {
            return Faulty("The dates of the trial are between 2000 and 2100. Correct them.");
        }

        return !Enum.IsDefined(protocol.Treatment) || protocol.Factors.Any(factor => !Enum.IsDefined(factor.Fact))
            ? Faulty("The protocol names a rule or a fact that is not known.")
            : null;
    }

    private static Refusal.Invalid Faulty(string why) => new(RefusalCode.ProtocolFaulty, why);
}
