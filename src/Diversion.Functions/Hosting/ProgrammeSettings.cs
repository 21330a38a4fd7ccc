using Diversion.Casework.Programmes;
using Diversion.Casework.Schemes;
using Diversion.Functions.Azure.Settings;

namespace Diversion.Functions.Hosting;

/// <summary>The programme's settings, and the schemes that come with the app.</summary>
internal static class ProgrammeSettings
{
    private const string PathName = "Programme:Path";
    private const string JsonName = "Programme:Json";

    public static Rulebook? Read(SettingsReader reader, string appFolder)
    {
        switch (SchemeFiles.Load(Path.Combine(appFolder, "schemes")))
        {
            case SchemeLoad.Faulty faulty:
                foreach (var fault in faulty.Faults)
                {
                    reader.Fault("schemes", fault.ToString());
                }

                return null;
            case SchemeLoad.Loaded loaded when Text(reader, appFolder) is { } text:
                return Read(reader, text, loaded);
            default:
                return null;
        }
    }

    private static Rulebook? Read(SettingsReader reader, string text, SchemeLoad.Loaded schemes)
    {
        switch (ProgrammeJson.Read(text, schemes.Catalogue))
        {
            case ProgrammeReading.Sound sound:
                return new Rulebook(schemes.Catalogue, schemes.Calendar, sound.Programme);
            case ProgrammeReading.Faulty faulty:
                foreach (var fault in faulty.Faults)
                {
                    reader.Fault("Programme", fault.ToString());
                }

                return null;
            default:
                throw new InvalidOperationException();
        }
    }

    private static string? Text(SettingsReader reader, string appFolder)
    {
        if (reader.Optional(JsonName) is { } json)
        {
            return json;
        }

        if (reader.Optional(PathName) is not { } path)
        {
            reader.Fault(
                PathName, "missing. It is the path of programme.json (name, scheme, leads, team managers, public address, sender), from the app's folder; or put its text into Programme__Json.");
            return null;
        }

        try
        {
            return File.ReadAllText(Path.Combine(appFolder, path));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            reader.Fault(PathName, $"the file can't be read: {unreadable.Message}");
            return null;
        }
    }
}
