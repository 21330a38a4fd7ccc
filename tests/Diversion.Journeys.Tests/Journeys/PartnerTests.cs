using Diversion.Journeys.Tests.Browsing;
using Diversion.Journeys.Tests.Checks;
using Diversion.Journeys.Tests.Hosting;

namespace Diversion.Journeys.Tests.Journeys;

/// <summary>Partners do their part, by keyboard alone.</summary>
public sealed class PartnerTests(Portal portal) : IClassFixture<Portal>
{
    [BrowserFact]
    public async Task A_provider_accepts_a_referral_that_waits_for_them()
    {
        await using var provider = await WhoHas("Accept the referral", "demo-pr-1", "demo-pr-2", "demo-pr-3", "demo-pr-4");
        await provider.Follow("Accept the referral");
        await PageCheck.Assert(provider.Page);
        await provider.Press("Accept the referral");
        await provider.Sees("The referral was accepted.");
    }

    [BrowserFact]
    public async Task A_provider_writes_down_hours_and_reads_the_credit_while_typing()
    {
        await using var provider = await WhoHas("Record the outcome", "demo-pr-1");
        await provider.Follow("Record the outcome");
        await provider.Choose("What happened?", "Attended");
        await provider.Fill("Minutes attended (optional)", "120");
        await provider.Fill("Minutes taken off (optional)", "30");
        await provider.Sees("1 hour 30 minutes");
        await PageCheck.Assert(provider.Page);
        await provider.Press("Record the outcome");
        await provider.Sees("The outcome was recorded.");
    }

    /// <summary>The first of them whose home page asks for it.</summary>
    private async Task<Visitor> WhoHas(string action, params string[] people)
    {
        foreach (var person in people)
        {
            var visitor = await portal.Visit(person, byKeyboard: true);
            if (await visitor.Link(action).CountAsync() > 0)
            {
                return visitor;
            }

            await visitor.DisposeAsync();
        }

        throw new InvalidOperationException($"Nobody of {string.Join(", ", people)} is asked to: {action}.");
    }
}
