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

        var account = StaffDecider.Line(command.Account);
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
