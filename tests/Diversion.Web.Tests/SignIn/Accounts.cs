using Diversion.Casework.Streams;
using Diversion.Domain.Agreements;
using Diversion.Domain.Staff;
using Diversion.Web.SignIn;
using Diversion.Web.Tests.Hosting;

namespace Diversion.Web.Tests.SignIn;

/// <summary>A programme with one lead and its key workers, whose people sign in at a provider.</summary>
internal static class Accounts
{
    public static async Task<TestApp> Begin(OpenIdSettings provider, params (string Person, string Account)[] accounts)
    {
        var app = await TestApp.Begin(openId: provider);
        app.Leads.Add(new StaffRef("lead-1", "Lena Lead"));
        await app.StaffOf.Begin(TestApp.Start);
        foreach (var (person, account) in accounts)
        {
            await app.Give(person, account);
        }

        return app;
    }

    public static Task Give(this TestApp app, string person, string account) => app.Do(new StaffCommand.LinkAccount(person, account));

    public static async Task Do(this TestApp app, StaffCommand command) => Assert.IsType<Outcome<StaffState>.Accepted>(
        await app.StaffOf.Execute(StaffId.Programme, command with { By = Staff.Lead, At = TestApp.Start }, null));
}
