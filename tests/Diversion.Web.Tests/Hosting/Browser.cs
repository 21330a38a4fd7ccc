using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Diversion.Domain.Agreements;

namespace Diversion.Web.Tests.Hosting;

/// <summary>A browser without script: keeps cookies, follows redirects, submits forms as they are on the page.</summary>
internal sealed class Browser : IDisposable
{
    private const int MostRedirects = 5;
    private static readonly Uri Home = new("http://localhost");
    private readonly HttpClient http;

    public Browser(TestApp app)
    {
        http = new HttpClient(app.Handler()) { BaseAddress = Home };
    }

    public CookieContainer Cookies { get; } = new();

    /// <summary>Every address that it was at, also on the way.</summary>
    public List<Uri> Passed { get; } = [];

    /// <summary>Says that it is navigating, as browsers do; without that a form's answer is not redirected.</summary>
    public bool Navigates { get; init; }

    public Task<Visit> Get(string address) => Send(() => new HttpRequestMessage(HttpMethod.Get, address));

    /// <summary>Submits the form in the page's main part with the given values.</summary>
    public Task<Visit> Submit(Visit page, params (string Name, string Value)[] typed) => Submit(page, "main form", typed);

    public Task<Visit> Submit(Visit page, string form, params (string Name, string Value)[] typed)
    {
        var element = Form(page, form, typed);
        Assert.True(Fields.Missing(element, typed) is null, $"{page.Address}: {Fields.Missing(element, typed)}");
        return Send(page, element, typed);
    }

    /// <summary>Sends what nobody can enter on the page, as somebody does who means harm.</summary>
    public Task<Visit> Forge(Visit page, params (string Name, string Value)[] sent) => Forge(page, "main form", sent);

    public Task<Visit> Forge(Visit page, string form, params (string Name, string Value)[] sent) => Send(page, Form(page, form, sent), sent);

    private Task<Visit> Send(Visit page, IHtmlFormElement element, (string Name, string Value)[] typed)
    {
        var fields = element.QuerySelectorAll<IHtmlInputElement>("input")
            .Where(input => input.Type == "hidden" && typed.All(one => one.Name != input.Name))
            .Select(input => KeyValuePair.Create(input.Name!, input.Value))
            .Concat(typed.Select(one => KeyValuePair.Create(one.Name, one.Value)));
        return Post(element.GetAttribute("action") ?? page.Address, [.. fields]);
    }

    /// <summary>The first that takes what is typed; of a page with one form, that one.</summary>
    private static IHtmlFormElement Form(Visit page, string form, (string Name, string Value)[] typed)
    {
        IHtmlFormElement[] forms = [.. page.Html.QuerySelectorAll<IHtmlFormElement>(form)];
        return forms.FirstOrDefault(one => Fields.Missing(one, typed) is null)
            ?? forms.FirstOrDefault()
            ?? throw new InvalidOperationException($"There is no {form} on {page.Address}: {page.Text}");
    }

    /// <summary>Presses a button that sends its form to another address than the others.</summary>
    public Task<Visit> Press(Visit page, string button, params (string Name, string Value)[] typed)
    {
        var form = (IHtmlFormElement)page.Html.QuerySelector(button)!.Closest("form")!;
        Assert.True(Fields.Missing(form, typed) is null, $"{page.Address}: {Fields.Missing(form, typed)}");
        var hidden = page.Html.QuerySelectorAll<IHtmlInputElement>("main form input[type=hidden]").Select(input => KeyValuePair.Create(input.Name!, input.Value));
        return Post(
            page.Html.QuerySelector(button)!.GetAttribute("formaction")!,
            [.. hidden, .. typed.Select(one => KeyValuePair.Create(one.Name, one.Value))]);
    }

    public Task<Visit> Post(string address, params KeyValuePair<string, string>[] fields) =>
        Send(() => new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(fields) });

    /// <summary>Submits the form in the page's main part with a file in it.</summary>
    public Task<Visit> Upload(Visit page, string field, byte[] file, string fileName, params (string Name, string Value)[] typed) => Upload(page, [(field, file, fileName)], typed);

    public Task<Visit> Upload(Visit page, IReadOnlyList<(string Field, byte[] Content, string Name)> files, params (string Name, string Value)[] typed)
    {
        (string, string)[] given = [.. files.Select(file => (file.Field, file.Name)), .. typed];
        var element = Form(page, "main form", given);
        Assert.True(Fields.Missing(element, given) is null, $"{page.Address}: {Fields.Missing(element, given)}");
        return Send(() =>
        {
            var content = new MultipartFormDataContent();
            foreach (var hidden in element.QuerySelectorAll<IHtmlInputElement>("input[type=hidden]"))
            {
                content.Add(new StringContent(hidden.Value), hidden.Name!);
            }

            foreach (var (name, value) in typed)
            {
                content.Add(new StringContent(value), name);
            }

            foreach (var (field, file, name) in files)
            {
                content.Add(new ByteArrayContent(file), field, name);
            }

            return new HttpRequestMessage(HttpMethod.Post, page.Address) { Content = content };
        });
    }

    public Task<Visit> Post(string address, HttpContent content) => Send(() => new HttpRequestMessage(HttpMethod.Post, address) { Content = content });

    /// <summary>As when a session has ended or a cookie was deleted.</summary>
    public void Forget(string cookie) => Cookies.GetCookies(Home)[cookie]!.Expired = true;

    public void Dispose() => http.Dispose();

    private async Task<Visit> Send(Func<HttpRequestMessage> make)
    {
        using var request = make();
        for (var (next, redirects) = (request, 0); ; redirects++)
        {
            var address = new Uri(Home, next.RequestUri!);
            Passed.Add(address);
            if (Cookies.GetCookieHeader(address) is { Length: > 0 } cookies)
            {
                next.Headers.Add("Cookie", cookies);
            }

            if (Navigates)
            {
                next.Headers.Add("Sec-Fetch-Mode", "navigate");
            }

            using var response = await http.SendAsync(next);
            if (response.Headers.TryGetValues("Set-Cookie", out var set))
            {
                foreach (var cookie in set)
                {
                    Cookies.SetCookies(address, cookie);
                }
            }

            if (response.StatusCode is not (HttpStatusCode.Redirect or HttpStatusCode.SeeOther))
            {
                return await Visit.Of(address.PathAndQuery, response);
            }

            Assert.True(redirects < MostRedirects, $"{address} redirects for ever.");
            next = new HttpRequestMessage(HttpMethod.Get, response.Headers.Location);
        }
    }
}

internal static class Browsing
{
    /// <summary>The whole case on one page, after a form led back to its overview.</summary>
    public static async Task<Visit> WholeOf(this Browser browser, Visit overview)
    {
        Assert.Matches("^/agreements/DV-[^/]+$", overview.Address);
        return await browser.Get($"{overview.Address}/whole");
    }

    /// <summary>Signed in as somebody, on their home page.</summary>
    public static async Task<Browser> Browse(this TestApp app, Actor actor, bool navigates = false)
    {
        var browser = new Browser(app) { Navigates = navigates };
        var page = await browser.Get("/sign-in");
        var home = await browser.Submit(page, ("person", actor.Id));
        Assert.True(home is { Status: 200, Address: "/" }, $"{home.Status} {home.Address} {home.Text}");
        return browser;
    }
}
