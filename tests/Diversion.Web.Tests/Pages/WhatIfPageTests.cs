using Diversion.Web.Tests.Hosting;

namespace Diversion.Web.Tests.Pages;

/// <summary>The past under changed rules, on a page.</summary>
public sealed class WhatIfPageTests
{
    private const string Page = "/analysis/what-if";

    [Fact]
    public async Task A_lead_sees_which_decisions_would_have_been_others_and_the_cases_behind_them()
    {
        await using var app = await TestApp.Begin();
        var id = await app.Signed(conditions: """[{"kind":"no-reoffending"},{"kind":"supervision"},{"kind":"reparation"}]""");
        using var lead = await app.Browse(Staff.Lead);
        var before = (await app.Stands(id)).Version;

        var answer = await lead.Submit(await lead.Get(Page), ("Figure", "conditions.most"), ("Value", "2"));

        Assert.Contains("Conditions in an agreement, at most: 2 instead of", answer.Text, StringComparison.Ordinal);
        Assert.Contains("OfferedRefused1", answer.Text, StringComparison.Ordinal);
        Assert.Contains(id, answer.Html.QuerySelector("#cases")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(before, (await app.Stands(id)).Version);

        using var analyst = await app.Browse(Staff.Analyst);
        var numbers = await analyst.Submit(await analyst.Get(Page), ("Figure", "conditions.most"), ("Value", "2"));
        Assert.Contains("OfferedRefused1", numbers.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(id, numbers.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("breach.firstWarningAt", "", "Enter the new value")]
    [InlineData("breach.firstWarningAt", "many", "whole number")]
    [InlineData("conditions.most", "0", "The scheme cannot have this value.")]
    public async Task A_value_that_cannot_be_used_is_refused_in_words(string figure, string value, string words)
    {
        await using var app = await TestApp.Begin();
        using var lead = await app.Browse(Staff.Lead);

        var refused = await lead.Submit(await lead.Get(Page), ("Figure", figure), ("Value", value));

        Assert.Equal(422, refused.Status);
        Assert.Contains(words, string.Join(' ', refused.Faults), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_figure_that_the_scheme_does_not_have_is_refused()
    {
        await using var app = await TestApp.Begin();
        using var lead = await app.Browse(Staff.Lead);

        var refused = await lead.Forge(await lead.Get(Page), ("Figure", "name"), ("Value", "x"));

        Assert.Equal((422, "Choose the figure"), (refused.Status, Assert.Single(refused.Faults)));
    }

    [Fact]
    public async Task Without_a_case_it_says_so()
    {
        await using var app = await TestApp.Begin();
        using var analyst = await app.Browse(Staff.Analyst);

        var answer = await analyst.Submit(await analyst.Get(Page), ("Figure", "conditions.most"), ("Value", "2"));

        Assert.Contains("there is nothing to decide again", answer.Text, StringComparison.Ordinal);
    }
}
