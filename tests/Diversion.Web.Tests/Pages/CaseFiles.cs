using System.IO.Compression;
using System.Text;
using Diversion.Domain.Agreements;
using Diversion.Web.Tests.Hosting;
using NodaTime;

namespace Diversion.Web.Tests.Pages;

/// <summary>Cases with a file, and what is in a zip of one.</summary>
internal static class CaseFiles
{
    public static async Task<string> Completed(TestApp app)
    {
        var id = await app.Signed(conditions: """[{"kind":"no-reoffending"}]""");
        await app.TravelTo(Instant.FromUtc(2026, 7, 6, 9, 0));
        Assert.Equal(AgreementStatus.Completed, (await app.Stands(id)).Status);
        return id;
    }

    /// <summary>Under breach review, with evidence of an excuse and a letter.</summary>
    public static async Task<string> WithPapers(TestApp app)
    {
        var id = await app.Signed();
        using var worker = await app.Browse(Staff.Worker);
        await worker.Upload(await worker.Get($"/agreements/{id}/documents/add"), "Upload", Photos.Pdf, "a.pdf", ("Kind", "ExcuseEvidence"), ("Title", "Doctor"));
        await worker.Upload(await worker.Get($"/agreements/{id}/documents/add"), "Upload", [.. Photos.Pdf, 10], "b.pdf", ("Kind", "Letter"), ("Title", "Employer"));
        await app.Do(Staff.Worker, id, "propose-breach", """{"reason":"Gone for weeks."}""");
        return id;
    }

    public static async Task<byte[]> Save(TestApp app, Actor who, string id)
    {
        using var browser = await app.Browse(who);
        var link = (await browser.Get($"/agreements/{id}/breach-file")).Html.QuerySelectorAll("main a[data-saves]").Single();
        var saved = await browser.Get(link.GetAttribute("href")!);
        Assert.Equal(200, saved.Status);
        Assert.Equal("default-src 'none'; sandbox; frame-ancestors 'none'", Assert.Single(saved.Headers.GetValues("Content-Security-Policy")));
        return saved.Body;
    }

    public static async Task<Visit> Check(Browser browser, string id, byte[] zip) =>
        await browser.Upload(await browser.Get($"/agreements/{id}/case-file/check"), "Upload", zip, "case.zip");

    public static string[] Names(byte[] zip)
    {
        using var archive = new ZipArchive(new MemoryStream(zip));
        return [.. archive.Entries.Select(entry => entry.FullName)];
    }

    public static byte[] Read(byte[] zip, string name)
    {
        using var archive = new ZipArchive(new MemoryStream(zip));
        using var content = archive.GetEntry(name)!.Open();
        var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }

    public static byte[] Changed(byte[] zip, Action<ZipArchive> change)
    {
        var copy = new MemoryStream();
        copy.Write(zip);
        using (var archive = new ZipArchive(copy, ZipArchiveMode.Update, leaveOpen: true))
        {
            change(archive);
        }

        return copy.ToArray();
    }

    public static void Put(ZipArchive archive, string name, string text)
    {
        archive.GetEntry(name)?.Delete();
        using var content = archive.CreateEntry(name).Open();
        content.Write(Encoding.UTF8.GetBytes(text));
    }
}
