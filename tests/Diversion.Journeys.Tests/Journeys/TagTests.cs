using System.Collections.Immutable;
using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.TagMonitoring;
using Diversion.Domain.Term;
using Diversion.Domain.Time;
using Diversion.Journeys.Tests.Browsing;
using Diversion.Journeys.Tests.Checks;
using Diversion.Journeys.Tests.Hosting;
using Diversion.Simulation.Demo;
using NodaTime;

namespace Diversion.Journeys.Tests.Journeys;

/// <summary>A tag from the consent to the removal, and a note about it, by keyboard alone.</summary>
public sealed class TagTests(Portal portal) : IClassFixture<Portal>
{
    private const string Note = "Rang the provider: the box is set up in the hall.";

    [BrowserFact]
    public async Task A_tag_is_consented_to_fitted_its_event_reviewed_and_taken_off()
    {
        await using var worker = await portal.Visit("demo-kw-1", byKeyboard: true);
        var reference = (await worker.References())[0];
        await AddTag(reference);

        await worker.Go($"/agreements/{reference}/conditions");
        await worker.Follow("Record consent to the tag");
        await worker.Press("Record the consent");
        await worker.GoToPart("conditions");
        await worker.FollowTo("/record-tag-fitted/");
        await worker.Fill("Number of the tag", "TAG 123");
        await worker.Press("Record the fitting");
        await worker.Sees("The fitting was recorded.");

        await worker.GoToPart("conditions");
        await worker.FollowTo("/receive-tag-event/");
        await worker.Choose("What happened?", "Was out during curfew");
        await worker.Fill("At what time?", "12:30am");
        await worker.Press("Enter the tag event");
        await worker.GoToPart("conditions");
        await worker.FollowTo("/review-tag-event/");
        await worker.Sees("From 9pm to 6am");
        await PageCheck.Assert(worker.Page);
        await worker.Choose("What did you find?", "Explained");
        await worker.Press("Record what you found");

        await worker.GoToPart("conditions");
        await worker.FollowTo("/withdraw-tag-consent/");
        await worker.Press("Record the withdrawal");
        await worker.GoToPart("conditions");
        await worker.FollowTo("/confirm-tag-removed/");
        await worker.FillDate("When did the tag come off?", WorkingCalendar.DateOf(portal.Server.Now));
        await worker.Press("Confirm the removal");
        await worker.Sees("The removal was confirmed.");

        await worker.GoToPart("timeline");
        await worker.FollowTo("/note");
        await worker.Fill("Add a note", Note);
        await worker.Press("Save the note");
        await worker.GoToPart("timeline");
        await worker.Sees(Note);
    }

    /// <summary>A lead adds it to an active agreement.</summary>
    private async Task AddTag(string reference)
    {
        var tag = new ConditionTerms.TagMonitoring([], new Curfew(new LocalTime(21, 0), new LocalTime(6, 0)));
        var outcome = await portal.Server.Casework.Execute(new AgreementId(reference), new TermCommand.VaryAgreement([tag], ParticipantAgreed: true)
        {
            By = DemoStaff.FirstLead,
            At = portal.Server.Now,
            Reason = "Asked for by the person, to keep the curfew.",
        });
        Assert.IsType<Outcome.Accepted>(outcome);
    }
}
