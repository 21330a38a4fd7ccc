using Diversion.Domain.Time;
using Diversion.Journeys.Tests.Checks;
using Diversion.Journeys.Tests.Hosting;
using NodaTime;

namespace Diversion.Journeys.Tests.Journeys;

/// <summary>Enrolled, four months of meetings, completed.</summary>
public sealed class WholeTermTests(Portal portal) : IClassFixture<Portal>
{
    private const string Name = "Bartholomew Featherstonehaugh-Cholmondeley of Upper Slaughter";
    private const int MeetingsByPage = 2;

    [BrowserFact]
    public async Task Somebody_is_enrolled_keeps_every_meeting_for_four_months_and_completes()
    {
        await using var officer = await portal.Visit("demo-po-1");
        await Enrolment.Refer(officer, Name, isChecked: true);
        var reference = officer.Reference;
        await PageCheck.Assert(officer.Page);
        await Enrolment.Prepare(officer);
        await using (var sergeant = await portal.Visit("demo-sgt-1"))
        {
            await Enrolment.Approve(sergeant, reference);
        }

        await Enrolment.Offer(officer, reference, isChecked: true);
        await PageCheck.Assert(officer.Page);
        await Enrolment.Sign(officer, "Priya Nair, Probation North");
        await officer.Go($"/agreements/{reference}/conditions");
        await officer.SeesStatus("Active");

        await using var worker = await portal.Visit("demo-kw-1");
        await worker.Go($"/agreements/{reference}");
        await PageCheck.Assert(worker.Page);
        await Screenshots.Take(worker.Page, "agreement-on-its-first-day");
        var lastDay = WorkingCalendar.DateOf(portal.Server.Now).PlusMonths(4);
        for (var meeting = 0; WorkingCalendar.DateOf(portal.Server.Now).PlusDays(8) < lastDay; meeting++)
        {
            if (meeting < MeetingsByPage)
            {
                await Supervision.Hold(worker, reference);
                await Supervision.Record(worker, Name, "Attended");
            }
            else
            {
                await Supervision.Attend(portal.Server, reference);
            }

            await portal.Server.MoveTo(portal.Server.Now + Duration.FromDays(6));
        }

        await worker.Go($"/agreements/{reference}/conditions");
        await worker.DoesNotSee("Periods without an attended or excused meeting");
        await Screenshots.Take(worker.Page, "agreement-before-its-end");
        await portal.Server.MoveTo(WorkingCalendar.At(lastDay.PlusDays(1), new LocalTime(9, 0)));

        await worker.Go($"/agreements/{reference}/conditions");
        await worker.SeesStatus("Completed");
        await PageCheck.Assert(worker.Page);
        await worker.Go($"/agreements/{reference}/timeline");
        await PageCheck.Assert(worker.Page);
        await officer.Go($"/agreements/{reference}/conditions");
        await officer.SeesStatus("Completed");
        await PageCheck.Assert(officer.Page);
    }
}
