using Diversion.Domain.Agreements;
using Diversion.Domain.Reading;
using Diversion.Domain.Streams;

namespace Diversion.Domain.Staff;

/// <summary>Decides commands on the programme's staff.</summary>
public static class StaffDecider
{
    /// <param name="state">Null before the directory was begun.</param>
    public static Decision<StaffState, StaffEvent> Decide(StaffState? state, StaffCommand command, StaffFacts facts)
    {
        var decision = new StaffDecision(state, command, facts);
        return decision.End(NotAdmitted(state, command) ?? command switch
        {
            StaffCommand.TimePassed => Pass(decision, command.At),
            StaffCommand.ImportDirectory c => state is null ? decision.Raise(new StaffEvent.DirectoryImported(c.Source, c.People, c.Teams, c.Organisations)) : null,
            StaffCommand.AddPerson c => PeopleDecider.Add(decision, c),
            StaffCommand.ChangeDetails c => PeopleDecider.ChangeDetails(decision, c),
            StaffCommand.ChangeRoles c => PeopleDecider.ChangeRoles(decision, c),
            StaffCommand.LinkAccount c => AccountDecider.Link(decision, c),
            StaffCommand.LinkFirstLead c => AccountDecider.LinkFirstLead(decision, c),
            StaffCommand.UnlinkAccount c => AccountDecider.Unlink(decision, c),
            StaffCommand.MovePerson c => PeopleDecider.Move(decision, c),
            StaffCommand.RecordLeaver c => LeaverDecider.Record(decision, c),
            StaffCommand.CancelLeaver c => LeaverDecider.Cancel(decision, c),
            StaffCommand.ArrangeCover c => StaffCoverDecider.Arrange(decision, c),
            StaffCommand.EndCover c => StaffCoverDecider.End(decision, c),
            StaffCommand.ChooseTaskMail c => TaskMailDecider.Choose(decision, c),
            StaffCommand.AddTeam c => TeamDecider.Add(decision, c),
            StaffCommand.RenameTeam c => TeamDecider.Rename(decision, c),
            StaffCommand.ChangeTeamManager c => TeamDecider.ChangeManager(decision, c),
            StaffCommand.CloseTeam c => TeamDecider.Close(decision, c),
            StaffCommand.SetCapacity c => CapacityDecider.Set(decision, c),
            StaffCommand.SetTeamCapacity c => CapacityDecider.Set(decision, c),
            StaffCommand.AddOrganisation c => OrganisationDecider.Add(decision, c),
            StaffCommand.CloseOrganisation c => OrganisationDecider.Close(decision, c),
            StaffCommand.AgreeSharing c => SharingDecider.Agree(decision, c),
            StaffCommand.ReviewSharing c => SharingDecider.Review(decision, c),
            StaffCommand.EndSharing c => SharingDecider.End(decision, c),
            StaffCommand.CreateToken c => TokenDecider.Create(decision, c),
            StaffCommand.RevokeToken c => TokenDecider.Revoke(decision, c),
            _ => throw new InvalidOperationException($"No decider for {command.GetType().Name}."),
        });
    }

    private static Refusal? NotAdmitted(StaffState? state, StaffCommand command)
    {
        if (Admission.Of(command, StaffCommands.Of(command)) is { } refused)
        {
            return refused;
        }

        var texts = new TextInspection();
        texts.Prose("reason", command.Reason);
        command.Inspect(texts);
        return texts.Fault ?? (state is null && command is not StaffCommand.ImportDirectory
            ? new Refusal.WrongState(RefusalCode.DirectoryMissing, "The programme has no staff directory yet. Start the server once: it makes one from programme.json.")
            : null);
    }

    /// <summary>Each step marks itself as done, so nothing fires twice; what is left stays due.</summary>
    private static Refusal? Pass(StaffDecision decision, Instant now)
    {
        for (var fired = 0; fired < PassingTime.MostAtOnce && StaffDue.Moments(decision.State) is [var (at, what), ..] && at <= now; fired++)
        {
            decision.Raise(what switch
            {
                StaffEvent.ListsDue => TaskMailDecider.Due(decision, now),
                StaffEvent.SharingReviewDue due => SharingDecider.Due(decision, due, now),
                _ => what,
            });
            if (what is StaffEvent.PersonLeft left)
            {
                LeaverDecider.Follow(decision, left.Person);
            }
        }

        return null;
    }

    internal static string Line(string text) => PlainText.Clean(text, lines: false);

    internal static string? LineOrNull(string? text) => text is null || Line(text) is not { Length: > 0 } line ? null : line;
}
