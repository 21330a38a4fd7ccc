namespace Diversion.Local.Programmes;

/// <summary>Whether a data folder holds a real programme or a demo. Written once, when the folder is made.</summary>
public enum DataKind
{
    Real,
    Demo,
}
