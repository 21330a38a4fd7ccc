namespace Diversion.Web.Tests.Hosting;

internal static class Submitting
{
    /// <summary>Opens a form, which must exist, and submits it with the given values.</summary>
    public static async Task<Visit> Fill(this Browser browser, string address, params (string, string)[] typed)
    {
        var form = await browser.Get(address);
        Assert.True(form.Status == 200, $"{address}: {form.Status} {form.Text}");
        return await browser.Submit(form, typed);
    }

    /// <summary>A date as it is typed into a field.</summary>
    public static (string, string)[] Date(string field, int day, int month) =>
        [($"{field}.Day", $"{day}"), ($"{field}.Month", $"{month}"), ($"{field}.Year", "2026")];
}
