using Diversion.Domain.Agreements;
using Diversion.Domain.Eligibility;
using Diversion.Domain.Schemes;

namespace Diversion.Domain.Referral;

/// <summary>Which rules may be overridden, by whom, and with what reason.</summary>
internal static class OverrideRules
{
    public static Refusal? OfOwn(DecisionContext context) => context.State.Referral.IsOwn(context.Command.By)
        ? new Refusal.NotPermitted(RefusalCode.OwnReferral, "This referral is your own. Another sergeant approves it, or overrides on it.")
        : null;

    /// <summary>
    /// Each override on its own: a known rule that is not met, that the scheme allows to be overridden, with its own
    /// reason.
    /// </summary>
    public static Refusal? Check(ImmutableArray<RuleOverride> overrides, ImmutableArray<RuleAnswer> answers, SchemeRules scheme)
    {
        var rules = new HashSet<string>();
        var reasons = new HashSet<string>();
        foreach (var waived in overrides)
        {
            if (scheme.Eligibility.FirstOrDefault(rule => rule.Id == waived.Rule) is not { } rule)
            {
                return new Refusal.Unknown(
                    RefusalCode.RuleUnknown,
                    $"There is no rule of that name. The scheme's rules: {string.Join(", ", scheme.Eligibility.Select(known => known.Id))}.");
            }

            if (!rules.Add(waived.Rule))
            {
                return new Refusal.Invalid(RefusalCode.OverrideRepeated, $"The rule {InWords([rule.Id], scheme)} is overridden twice. Give it one reason.");
            }

            if (OverrideReasons.Check(waived.Reason) is { } unexplained)
            {
                return unexplained;
            }

            if (!reasons.Add(WordFold.Of(waived.Reason)))
            {
                return new Refusal.Invalid(
                    RefusalCode.OverrideRepeated, "Two rules have the same reason. Each override is a separate decision: give a reason for each rule.");
            }

            switch (answers.Single(answer => answer.Rule == waived.Rule).Answer)
            {
                case Answer.Met:
                    return new Refusal.RuleForbids(RefusalCode.OverrideNotNeeded, $"The rule {InWords([rule.Id], scheme)} is met. Leave its override out.");
                case Answer.NotKnown:
                    return new Refusal.RuleForbids(
                        RefusalCode.EligibilityNotKnown, $"Not known yet: {InWords([rule.Id], scheme)}. What is not known cannot be overridden. Record the facts first.");
                case Answer.NotMet when !rule.MayBeOverridden:
                    return NotOverridable([rule.Id], scheme, RefusalCode.RuleNotOverridable);
            }
        }

        return null;
    }

    public static Refusal NotOverridable(IReadOnlyList<string> rules, SchemeRules scheme, string code) => new Refusal.RuleForbids(
        code,
        $"Not met, and nobody may override it: {InWords(rules, scheme)}. Correct the facts if they are wrong, or find the person not eligible."
        + (rules.Any(id => scheme.Eligibility.Any(rule => rule.Id == id && rule.Test == EligibilityTest.AgeAtLeast)) ? " A person who was under 18 goes to the youth offending team." : ""));

    /// <summary>Rules by their messages in the scheme's data: their ids are for programs.</summary>
    public static string InWords(IEnumerable<string> rules, SchemeRules scheme) => string.Join(
        "; ", rules.Select(id => $"“{(scheme.Eligibility.FirstOrDefault(rule => rule.Id == id)?.Message ?? id).TrimEnd('.')}”"));
}
