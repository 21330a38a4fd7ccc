using System.Text;
using System.Text.Json;
using Diversion.Casework.Drafts;
using Diversion.Casework.Links;
using Diversion.Casework.Storage;
using Diversion.Web.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace Diversion.Web.Portal;

/// <summary>
/// A page that answers a form is stored and the browser is redirected to it, including errors, so that Back and Reload
/// never ask to send the form again (post, redirect, get). A form whose sender's session has ended is stored too, and
/// offered again after signing in. Only for a browser that navigates; a script that posts gets its answer directly.
/// </summary>
internal sealed class PostRedirectGet(RequestDelegate next, KeptAnswers kept, FormOwner owners)
{
    /// <summary>In the address of a page that answered a form. The key reveals nothing and is useless to anybody else.</summary>
    public const string Parameter = "shown";

    /// <summary>A form that somebody was filling in is shown again here after signing in.</summary>
    public const string KeptAnswersPath = Addresses.KeptAnswers;

    public async Task InvokeAsync(HttpContext http)
    {
        var request = http.Request;
        if (HttpMethods.IsGet(request.Method) && request.Query[Parameter] is [{ Length: > 0 } key])
        {
            await Show(http, key);
        }
        else if (HttpMethods.IsPost(request.Method) && request.HasFormContentType && GoesToAnotherPage(request))
        {
            await Answer(http);
        }
        else
        {
            await next(http);
        }
    }

    /// <summary>
    /// Browsers send it only over connections that they trust. A browser that does not send it is treated as navigating
    /// when a session has ended.
    /// </summary>
    private static bool GoesToAnotherPage(HttpRequest request) => request.Headers["Sec-Fetch-Mode"] is ["navigate"] or [];

    private static bool IsSure(HttpRequest request) => request.Headers["Sec-Fetch-Mode"] is ["navigate"];

    private async Task Show(HttpContext http, string key)
    {
        if (Tokens.Read((await http.AuthenticateAsync()).Principal ?? new()) is not { } reader)
        {
            await next(http);
            return;
        }

        try
        {
            if (await kept.Find(FormOwner.KeyOf(reader), key, http.RequestAborted) is { IsForm: false } page && IsOf(page, http.Request))
            {
                http.Response.StatusCode = page.Status;
                http.Response.ContentType = "text/html; charset=utf-8";
                await http.Response.WriteAsync(page.Text, http.RequestAborted);
                return;
            }
        }
        catch (StorageUnavailableException)
        {
            await next(http);
            return;
        }

        http.Response.Redirect(Plain(http.Request));
    }

    private async Task Answer(HttpContext http)
    {
        var address = Plain(http.Request);
        var body = http.Response.Body;
        var held = new HtmlHeldBack(http.Response, body);
        http.Response.Body = held;
        try
        {
            await next(http);
        }
        finally
        {
            http.Response.Body = body;
        }

        if (held.Html is { } html && await Keep(http, address, html) is { } elsewhere)
        {
            http.Response.ContentType = null;
            http.Response.ContentLength = null;
            http.Response.StatusCode = StatusCodes.Status303SeeOther;
            http.Response.Headers.Location = elsewhere;
        }
        else if (held.Html is { } shown)
        {
            shown.Position = 0;
            await shown.CopyToAsync(body, http.RequestAborted);
        }
    }

    /// <returns>The address of the stored answer; null when it is not stored.</returns>
    private async Task<string?> Keep(HttpContext http, string address, MemoryStream html)
    {
        if (http.Features.Get<ShownOnce>() is not null)
        {
            return null;
        }

        try
        {
            if (http.Response.StatusCode == StatusCodes.Status401Unauthorized)
            {
                return await KeepForm(http, address);
            }

            if (http.Response.StatusCode >= StatusCodes.Status500InternalServerError || !IsSure(http.Request) || Tokens.Read(http.User) is not { } reader)
            {
                return null;
            }

            var page = new KeptAnswer(address, http.Response.StatusCode, false, Encoding.UTF8.GetString(html.GetBuffer(), 0, (int)html.Length));
            return await kept.Keep(FormOwner.KeyOf(reader), page, http.RequestAborted) is { } key
                ? $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{Parameter}={key}"
                : null;
        }
        catch (StorageUnavailableException)
        {
            return null;
        }
    }

    private async Task<string?> KeepForm(HttpContext http, string address)
    {
        IFormCollection form;
        try
        {
            form = await http.Request.ReadFormAsync(http.RequestAborted);
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or IOException)
        {
            return null;
        }

        if (owners.Read(form) is not { } owner)
        {
            return null;
        }

        var fields = form.SelectMany(field => field.Value, (field, value) => new[] { field.Key, value ?? "" });
        var key = await kept.Keep(owner, new KeptAnswer(address, StatusCodes.Status401Unauthorized, true, JsonSerializer.Serialize(fields)), http.RequestAborted);
        return key is null ? null : KeptAnswersPath + key;
    }

    private static bool IsOf(KeptAnswer page, HttpRequest request) => page.Address == Plain(request);

    /// <summary>The address without the key.</summary>
    private static string Plain(HttpRequest request)
    {
        var query = new QueryBuilder(request.Query.Where(one => one.Key != Parameter));
        return request.PathBase.Add(request.Path).ToUriComponent() + query.ToQueryString();
    }
}
