using Diversion.Domain.Agreements;
using Diversion.Domain.Reading;

namespace Diversion.Domain.Staff;

internal static class TeamDecider
{
    public static Refusal? Add(StaffDecision decision, StaffCommand.AddTeam command)
    {
        if (decision.State.Team(command.Id) is { } known)
        {
            return PeopleDecider.Invalid(RefusalCode.TeamExists, "id", $"There is a team of this id: {known.Name}{(known.IsClosed ? ", which is closed" : "")}. Take another id.");
        }

        if ((NameTaken(decision, command.Name, null) ?? ManagerFault(decision, command.Manager)) is { } refused)
        {
            return refused;
        }

        return decision.Raise(new StaffEvent.TeamAdded(
            new Team(ReferenceText.Clean(command.Id), StaffDecider.Line(command.Name), decision.State.Person(command.Manager)?.Id)));
    }

    public static Refusal? Rename(StaffDecision decision, StaffCommand.RenameTeam command)
    {
        if ((Find(decision, command.Team, out var team) ?? NameTaken(decision, command.Name, team.Id)) is { } refused)
        {
            return refused;
        }

        var name = StaffDecider.Line(command.Name);
        return team.Name == name ? null : decision.Raise(new StaffEvent.TeamRenamed(team.Id, name));
    }

    public static Refusal? ChangeManager(StaffDecision decision, StaffCommand.ChangeTeamManager command)
    {
        if ((Find(decision, command.Team, out var team) ?? ManagerFault(decision, command.Manager)) is { } refused)
        {
            return refused;
        }

        var manager = decision.State.Person(command.Manager)?.Id;
        return team.Manager == manager ? null : decision.Raise(new StaffEvent.TeamManagerChanged(team.Id, manager));
    }

    public static Refusal? Close(StaffDecision decision, StaffCommand.CloseTeam command)
    {
        if (Find(decision, command.Team, out var team) is { } refused)
        {
            return refused;
        }

        var members = decision.State.People.Count(person => !person.HasLeft && person.Team == team.Id);
        return members == 0
            ? decision.Raise(new StaffEvent.TeamClosed(team.Id))
            : new Refusal.RuleForbids(RefusalCode.TeamHasMembers, $"{team.Name} has {(members == 1 ? "1 member" : $"{members} members")}. Move them to another team first.");
    }

    internal static Refusal? Find(StaffDecision decision, string? id, out Team team)
    {
        team = decision.State.Team(id)!;
        return team is { IsClosed: false }
            ? null
            : PeopleDecider.Invalid(RefusalCode.TeamUnknown, "team", "The programme has no open team of this id. Check it.");
    }

    private static Refusal? NameTaken(StaffDecision decision, string name, string? except) =>
        decision.State.Teams.Any(team => !team.IsClosed && team.Id != except && StaffState.Same(team.Name, name))
            ? PeopleDecider.Invalid(RefusalCode.TeamExists, "name", "Another team has this name. Choose one that people can tell apart.")
            : null;

    private static Refusal? ManagerFault(StaffDecision decision, string? id)
    {
        if (id is null)
        {
            return null;
        }

        return PeopleDecider.Find(decision, id, out var person, "manager") ?? (person.TakesWork
            ? null
            : PeopleDecider.Invalid(RefusalCode.StaffNotActive, "manager", $"{person.Name} has not started yet or is about to leave. Choose somebody else to manage the team."));
    }
}
