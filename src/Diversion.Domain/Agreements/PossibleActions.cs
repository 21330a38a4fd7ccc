namespace Diversion.Domain.Agreements;

/// <summary>
/// Finds the allowed actions by dry run: each of the <see cref="CandidateCommands"/> is decided and its events are thrown away. So
/// the rule that would refuse an action also decides whether it is offered, and no rule is written twice.
/// </summary>
internal static class PossibleActions
{
    /// <summary>In the order of the catalogue, which is the order of an agreement's life.</summary>
    public static IReadOnlyList<PossibleAction> Of(AgreementState state, Actor by, Instant now, Func<AgreementCommand, RulesInForce> rulesOf)
    {
        var found = new Dictionary<(CommandEntry, CommandSubject), PossibleAction>();
        foreach (var attempt in CandidateCommands.Of(state, by, now, rulesOf))
        {
            var entry = CommandCatalogue.Of(attempt);
            var key = (entry, attempt.Subject);

            // Late news of what happened before the end is accepted, but not asked for.
            if (!entry.Roles.Contains(by.Role) || (state.IsTerminal && !attempt.AfterEnd) || found.GetValueOrDefault(key) is { Blocked: null })
            {
                continue;
            }

            // The people in a candidate command are made up, so no list has them.
            var command = attempt with { By = by, At = now, Reason = "An example of a reason." };
            var rules = rulesOf(command);
            var decision = Agreement.Decide(state, command, rules with { Staff = StaffDirectory.Empty with { Sharing = rules.Staff.Sharing } });
            if (decision is { Refusal: null, Events.Count: > 0 } || (IsWorthTelling(decision.Refusal) && !found.ContainsKey(key)))
            {
                found[key] = new PossibleAction(entry, attempt.Subject, command, decision.Refusal);
            }
        }

        return [.. found.Values.OrderBy(action => CommandCatalogue.All.IndexOf(action.Entry))];
    }

    /// <summary>
    /// Do not show that it is too early or too late for an action; do show that a rule forbids it, or that somebody else
    /// must do it. Whoever is complained of is not told that there is a complaint.
    /// </summary>
    private static bool IsWorthTelling(Refusal? refusal) => refusal switch
    {
        Refusal.RuleForbids { Code: not RefusalCode.ConditionMandatory } => true,
        Refusal.NotPermitted { Code: RefusalCode.BreachDeciderIsProposer or RefusalCode.OwnReferral or RefusalCode.WarningGivenByAnother
            or RefusalCode.WarningGivenByDecider } => true,
        _ => false,
    };
}
