using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.Apology;
using Diversion.Domain.Conditions.Compensation;
using Diversion.Web.Tests.Hosting;
using static Diversion.Web.Tests.Hosting.Submitting;

namespace Diversion.Web.Tests.Pages;

/// <summary>Compensation and a letter of apology, from the offer to the last payment and the handing over.</summary>
public sealed class ReparationPageTests
{
    private const string Conditions = """[{"kind":"no-reoffending"},{"kind":"compensation","pence":12050,"payments":2,"everyWeeks":4},{"kind":"letter-of-apology"}]""";

    [Fact]
    public async Task Compensation_is_chosen_with_its_payments_and_refused_beyond_the_term()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Eligible();
        using var officer = await app.Browse(Staff.Officer);
        var drafting = await officer.Get($"/agreements/{id}/make-offer");
        Assert.Contains("Compensation Money for the victim, paid to them or to the court and never through us.", drafting.Text, StringComparison.Ordinal);

        var faulty = await officer.Submit(drafting, ("Form.Chosen", "Compensation"), ("Form.Amount", "a lot"), ("Form.Payments", "2"), ("Form.EveryWeeks", "4"));
        Assert.Contains(faulty.Faults, fault => fault.Contains("an amount in pounds, such as 20 or 20.50", StringComparison.Ordinal));

        drafting = await officer.Get($"/agreements/{id}/make-offer");
        var review = await officer.Submit(drafting, ("Form.Chosen", "Compensation"), ("Form.Amount", "£120.50"), ("Form.Payments", "2"), ("Form.EveryWeeks", "4"));
        Assert.Equal($"/agreements/{id}/review-offer", review.Address);
        Assert.Contains("Pay £120.50 to make up for the loss or damage, in 2 payments, one every 4 weeks.", review.Text, StringComparison.Ordinal);

        var beyond = await app.Post(Staff.Officer, $"/api/v1/agreements/{id}/make-offer", """{"conditions":[{"kind":"no-reoffending"},{"kind":"compensation","pence":12050,"payments":6,"everyWeeks":4}]}""");
        Assert.Equal((422, "instalments-beyond-term"), (beyond.Status, beyond.Code));
    }

    [Fact]
    public async Task Payments_are_recorded_taken_back_and_keep_the_condition()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed(conditions: Conditions);
        using var worker = await app.Browse(Staff.Worker);
        var page = $"/agreements/{id}/record-payment/compensation";
        Assert.Contains("PaidNothing of £120.50", (await worker.Get($"/agreements/{id}/whole")).Text, StringComparison.Ordinal);

        var faulty = await worker.Fill(page, [("Line", "200"), .. Date("Day", 5, 3), ("Note", "Receipt 7")]);
        Assert.Contains("£200 is more than the £120.50 that is still to be paid", Assert.Single(faulty.Faults), StringComparison.Ordinal);
        Assert.Equal("#Line", faulty.Html.QuerySelector(".govuk-error-summary a")!.GetAttribute("href"));

        var part = await worker.Fill(page, [("Line", "20.50"), .. Date("Day", 5, 3), ("Note", "Receipt 7")]);
        Assert.Equal("The payment was recorded.", part.Banner);
        Assert.Contains("Paid£20.50 of £120.50", (await worker.WholeOf(part)).Text, StringComparison.Ordinal);
        Assert.Contains("Next payment£39.75 by 5pm on 2 April 2026", (await worker.WholeOf(part)).Text, StringComparison.Ordinal);

        var whole = await worker.Fill(page, [("Line", "100"), .. Date("Day", 5, 3), ("Note", "The victim said so")]);
        Assert.Contains("Compensation: the condition was kept.", whole.Html.QuerySelector(".govuk-notification-banner")!.TextContent, StringComparison.Ordinal);

        var payment = (await app.Stands(id)).Condition<CompensationCondition>("compensation").Payments[1];
        var back = await worker.Fill($"/agreements/{id}/take-back-payment/compensation/{payment.Id}", [("Reason", "The bank sent it back")]);
        Assert.Equal("The payment was taken back.", back.Banner);
        Assert.Equal((ConditionStatus.InProgress, 10_000), (await app.Stands(id)).Condition<CompensationCondition>("compensation") is var open ? (open.Status, open.OwedPence) : default);
        Assert.Contains("A payment of £100 was taken back", (await worker.Get($"/agreements/{id}/timeline")).Text, StringComparison.Ordinal);
        Assert.Equal(2_050, (int)(await app.Get(Staff.Worker, $"/api/v1/agreements/{id}"))["conditions"][1]!["compensation"]!["paidPence"]!);
    }

    [Fact]
    public async Task A_course_is_chosen_from_those_of_the_scheme_and_a_donation_is_not_where_the_scheme_has_none()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Eligible();
        using var officer = await app.Browse(Staff.Officer);
        var drafting = await officer.Get($"/agreements/{id}/make-offer");
        Assert.Contains("Not possible: The scheme does not allow donations. Choose another condition.", drafting.Text, StringComparison.Ordinal);
        Assert.Contains("Thinking and alcohol, 4 sessions", drafting.Text, StringComparison.Ordinal);

        var faulty = await officer.Forge(drafting, ("Form.Chosen", "Course"), ("Form.Course", "knitting"));
        Assert.Equal(["Choose the course"], faulty.Faults);

        var review = await officer.Submit(await officer.Get($"/agreements/{id}/make-offer"), ("Form.Chosen", "Course"), ("Form.Course", "thinking-and-alcohol"));
        Assert.Equal($"/agreements/{id}/review-offer", review.Address);
        Assert.Contains("Go to the sessions of the course that you agreed to.", review.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_place_on_a_course_is_recorded()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed(conditions: """[{"kind":"no-reoffending"},{"kind":"course","id":"thinking-and-alcohol"}]""");
        using var worker = await app.Browse(Staff.Worker);

        var booked = await worker.Fill($"/agreements/{id}/book-course/course", Date("Day", 12, 3));

        Assert.Equal("The place on the course was recorded.", booked.Banner);
        Assert.Contains("Attended0 of 4 sessions; 3 are enough when all were held", (await worker.WholeOf(booked)).Text, StringComparison.Ordinal);
        Assert.Contains("PlaceFrom 12 March 2026", (await worker.WholeOf(booked)).Text, StringComparison.Ordinal);
        Assert.Equal("thinking-and-alcohol", (string?)(await app.Get(Staff.Worker, $"/api/v1/agreements/{id}"))["conditions"][1]!["course"]!["id"]);
    }

    [Fact]
    public async Task A_letter_of_apology_is_written_checked_and_kept()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed(conditions: Conditions);
        using var worker = await app.Browse(Staff.Worker);
        Assert.Contains("Checked byThe key worker", (await worker.Get($"/agreements/{id}/whole")).Text, StringComparison.Ordinal);

        await worker.Fill($"/agreements/{id}/record-letter-written/letter-of-apology", Date("Day", 5, 3));
        var read = await worker.Fill($"/agreements/{id}/check-letter/letter-of-apology", [("Chosen", "fit"), .. Date("Day", 5, 3)]);
        Assert.Equal("The check of the letter was recorded.", read.Banner);
        var done = await worker.Fill($"/agreements/{id}/record-letter-end/letter-of-apology", [("Chosen", "Kept"), .. Date("Day", 5, 3)]);
        Assert.Contains("Letter of apology: the condition was kept.", done.Html.QuerySelector(".govuk-notification-banner")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(LetterEnd.Kept, (await app.Stands(id)).Condition<ApologyCondition>("letter-of-apology").End);
        Assert.Contains("The letter of apology was kept with the case on 5 March 2026.", (await worker.Get($"/agreements/{id}/timeline")).Text, StringComparison.Ordinal);
    }
}
