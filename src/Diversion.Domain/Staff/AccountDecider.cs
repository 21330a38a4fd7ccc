using Diversion.Domain.Agreements;

namespace Diversion.Domain.Staff;

/// <summary>Which account of the identity provider is whose. An account lets in one person, and a person has one.</summary>
internal static class AccountDecider
{
    public static Refusal? Link(StaffDecision decision, StaffCommand.LinkAccount command)
    {
        if (PeopleDecider.Find(decision, command.Person, out var person) is { } refused)
        {
            return refused;
        }

        return Link(decision, person, command.Account);
    }

    /// <summary>Only until a lead can sign in: from then on leads say whose account is whose.</summary>
    public static Refusal? LinkFirstLead(StaffDecision decision, StaffCommand.LinkFirstLead command) =>
        decision.State.LeadCanSignIn
            ? new Refusal.RuleForbids(RefusalCode.FirstLeadKnown, "A programme lead can sign in already. Ask a lead for your account.")
            : decision.State.People.FirstOrDefault(person => person.IsActive && person.Is(Role.ProgrammeLead)) is { } lead
                ? Link(decision, lead, command.Account)
                : new Refusal.RuleForbids(RefusalCode.StaffUnknown, "The staff directory has no programme lead. Ask the system administrator for a token of a lead, and add one with it.");

    private static Refusal? Link(StaffDecision decision, Member person, string typed)
    {
        var account = StaffDecider.Line(typed);
        return decision.State.WithAccount(account) switch
        {
            { } own when own.Id == person.Id => null,
            { } other => PeopleDecider.Invalid(
                RefusalCode.AccountTaken, "account", $"{other.Name} signs in with this account. Check it, or take it from {other.Name} first."),
            null => decision.Raise(new StaffEvent.AccountLinked(person.Id, account)),
        };
    }

    public static Refusal? Unlink(StaffDecision decision, StaffCommand.UnlinkAccount command)
    {
        if (PeopleDecider.Find(decision, command.Person, out var person) is { } refused)
        {
            return refused;
        }

        return person.Account is null
            ? null
            : person.Is(Role.ProgrammeLead) && !decision.State.People.Any(other => other.Id != person.Id && other.IsActive && other.Is(Role.ProgrammeLead) && other.Account is not null)
                ? new Refusal.RuleForbids(
                    RefusalCode.LastLeadAccount, $"{person.Name} is the last programme lead who can sign in. Give another lead an account first.")
                : decision.Raise(new StaffEvent.AccountUnlinked(person.Id));
    }
}
