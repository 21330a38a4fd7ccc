using Diversion.Casework.Actions;
using Diversion.Casework.Answers;
using Diversion.Casework.Tests.Commands;
using Diversion.Domain.Agreements;
using Diversion.Domain.Breach;
using Diversion.Domain.Conditions.Pathway;
using NodaTime;
using static Diversion.Casework.Tests.Commands.CaseworkUnderTest;

namespace Diversion.Casework.Tests.Actions;

public sealed class ActionsQueryTests : IDisposable
{
    private static readonly Actor Stranger = new("w9", "Stef Stranger", Role.KeyWorker, "west");
    private static readonly Actor Provider = new("p1", "Pip Provider", Role.Provider, Organisation: "Home First");
    private readonly CaseworkUnderTest casework = new();

    public void Dispose() => casework.Dispose();

    [Fact]
    public async Task A_key_worker_may_schedule_a_first_meeting_and_not_decide()
    {
        await casework.Signed();
        var actions = await Of(Worker);

        var schedule = Assert.Single(actions, action => action is { Command: "schedule-appointment", Condition: "supervision" });
        Assert.Equal(("Book a meeting", "supervision meetings", false, (string?)null), (schedule.Label, schedule.About, schedule.NeedsReason, schedule.Blocked));
        Assert.DoesNotContain(actions, action => action.Command is "decide-breach" or "waive-condition" or "make-offer");
    }

    [Fact]
    public async Task An_appointment_is_named_by_what_and_when()
    {
        await casework.Signed();
        await casework.Done(Worker, casework.Meeting("m-1"));
        await casework.Pass(Duration.FromDays(2));

        var record = Assert.Single(await Of(Worker), action => action.Command == "record-attendance");
        Assert.Equal(("m-1", "meeting of 10am on 4 March 2026"), (record.Item, record.About));
    }

    [Fact]
    public async Task A_provider_has_their_own_condition_only()
    {
        await casework.Signed();
        await casework.Done(Worker, new PathwayCommand.SendPathwayReferral("pathway"));

        var actions = await Of(Provider);
        Assert.All(actions, action => Assert.Equal("pathway", action.Condition));
        Assert.Contains(actions, action => action.Command == "accept-pathway-referral");
    }

    [Fact]
    public async Task A_user_who_needs_a_reason_for_access_may_do_nothing()
    {
        await casework.Signed();
        Assert.Empty(await Of(Stranger));
    }

    [Fact]
    public async Task A_lead_who_proposed_sees_why_they_may_not_decide()
    {
        await casework.Signed();
        await casework.Done(Lead, new BreachCommand.ProposeBreach());

        Assert.Equal("You proposed this breach; another lead decides it.", Assert.Single(await Of(Lead), action => action.Command == "decide-breach").Blocked);
        Assert.Null(Assert.Single(await Of(OtherLead), action => action.Command == "decide-breach").Blocked);
    }

    [Fact]
    public void Every_command_that_a_person_gives_has_a_label() => Assert.All(
        CommandCatalogue.All.Where(entry => entry.Roles is not [Role.Clock]),
        entry => Assert.NotEmpty(ActionWords.Label(entry.Name)));

    private async Task<IReadOnlyList<ActionView>> Of(Actor by) =>
        Assert.IsType<Reply<IReadOnlyList<ActionView>>.Given>(
            await new ActionsQuery(casework.Records).Of(Id.Value, by, casework.Now)).Value;
}
