using Diversion.Domain.Agreements;

namespace Diversion.Domain.Staff;

internal static class OrganisationDecider
{
    public static Refusal? Add(StaffDecision decision, StaffCommand.AddOrganisation command)
    {
        var name = StaffDecider.Line(command.Name);
        return decision.State.Organisation(name) is { IsClosed: false } known
            ? PeopleDecider.Invalid(RefusalCode.OrganisationExists, "name", $"{known.Name} is in the directory.")
            : decision.Raise(new StaffEvent.OrganisationAdded(decision.State.Organisation(name)?.Name ?? name));
    }

    public static Refusal? Close(StaffDecision decision, StaffCommand.CloseOrganisation command)
    {
        if (decision.State.Organisation(command.Name) is not { IsClosed: false } found)
        {
            return PeopleDecider.Invalid(RefusalCode.OrganisationUnknown, "name", "The directory has no open organisation of this name. Check it.");
        }

        if (decision.State.People.Count(person => !person.HasLeft && person.Organisation == found.Name) is var members and > 0)
        {
            return new Refusal.RuleForbids(
                RefusalCode.OrganisationHasMembers, $"{(members == 1 ? "1 person works" : $"{members} people work")} for {found.Name}. Record that they leave, or change their roles, first.");
        }

        return decision.Facts.OpenCases > 0
            ? LeaverDecider.HasCases(found.Name, decision.Facts.OpenCases)
            : decision.Raise(new StaffEvent.OrganisationClosed(found.Name));
    }
}
