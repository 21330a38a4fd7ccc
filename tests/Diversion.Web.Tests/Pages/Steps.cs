using Diversion.Web.Tests.Hosting;

namespace Diversion.Web.Tests.Pages;

/// <summary>Takes a step on its page, as somebody does who reads the form, fills it in and confirms it.</summary>
internal static class Steps
{
    public static (string, string)[] SignedDay => Day(5);

    public static (string, string)[] Day(int day) => [("Day.Day", $"{day}"), ("Day.Month", "3"), ("Day.Year", "2026")];

    public static async Task Take(Browser browser, string id, string path, params (string, string)[] typed)
    {
        var form = await browser.Get($"/agreements/{id}/{path}");
        Assert.True(form.Status == 200, $"{path}: {form.Status} {form.Text}");
        var done = await browser.Submit(form, typed);
        Assert.True(done.Banner is not null && done.Address == $"/agreements/{id}", $"{path}: {done.Status} {done.Address} {string.Join("; ", done.Faults)}");
    }
}
