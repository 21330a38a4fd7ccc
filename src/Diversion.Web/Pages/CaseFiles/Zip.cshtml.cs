using System.Text;
using Diversion.Casework.Answers;
using Diversion.Casework.Papers;
using Diversion.Web.Portal;
using Diversion.Web.Requests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewEngines;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Diversion.Web.Pages.CaseFiles;

/// <summary>The file of the case, whichever it has, as a zip with its papers.</summary>
public sealed class ZipModel(CaseFileBundles bundles, ICompositeViewEngine views) : RecordPage
{
    private const string Sheet = "/Pages/CaseFiles/_Zip.cshtml";

    protected override async ValueTask<IActionResult?> Prepare()
    {
        var request = AccessRequest;
        var reply = await bundles.Of(Reference, request, Cancellation);
        if (reply is not Reply<CaseFileBundle>.Given { Value: var bundle })
        {
            return Refuse(((Reply<CaseFileBundle>.Refused)reply).Refusal);
        }

        var page = Encoding.UTF8.GetBytes(await Render(bundle.File));
        return new ZipAnswer(bundle.FileName, (to, stop) => bundles.Write(bundle, page, request, to, stop));
    }

    /// <summary>The same document as on the page, without anything that it would have to load.</summary>
    private async Task<string> Render(CaseFile file)
    {
        await using var text = new StringWriter();
        var view = views.GetView(executingFilePath: null, Sheet, isMainPage: false).EnsureSuccessful([]).View!;
        var data = new ViewDataDictionary<CaseFile>(MetadataProvider, ModelState) { Model = file };
        await view.RenderAsync(new ViewContext(PageContext, view, data, TempData, text, new HtmlHelperOptions()));
        return text.ToString();
    }
}
