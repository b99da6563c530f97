// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Xml.Linq;

namespace Schakel.Workspace.Exports;

/// <summary>The account in the two forms that programs for GeoPackages show: the metadata panel of QGIS, and <c>ogrinfo</c>.</summary>
internal static class GeoPackageAccount
{
    internal const string GdalStandard = "http://gdal.org";
    internal const string QgisStandard = "http://mrcc.com/qgis.dtd";

    internal static string ForGdal(ExportAccount account) => new XElement("GDALMultiDomainMetadata", new XElement("Metadata",
        Item("TITLE", account.Title), Item("STATEMENT", account.Use), Item("SOURCE", string.Join("; ", account.Sources)), Item("LICENCE", string.Join("; ", account.Licences))))
        .ToString(SaveOptions.DisableFormatting);

    internal static string ForQgis(ExportAccount account, ExportLayer layer) => new XElement("qgis", new XAttribute("version", "3.22.0"),
        new XElement("identifier", layer.Level.Id), new XElement("parentidentifier"), new XElement("language", account.Words.Say("NLD", "ENG")), new XElement("type", "dataset"),
        new XElement("title", $"{account.Title}: {layer.Level.Id}"), new XElement("abstract", account.Text), new XElement("links"), new XElement("fees"),
        account.Sources.Select(source => new XElement("rights", source)), account.Licences.Select(licence => new XElement("license", licence)), new XElement("encoding"))
        .ToString(SaveOptions.DisableFormatting);

    private static XElement Item(string key, string text) => new("MDI", new XAttribute("key", key), text);
}
